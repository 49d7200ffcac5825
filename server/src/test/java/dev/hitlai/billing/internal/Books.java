package dev.hitlai.billing.internal;

import dev.hitlai.billing.BonusKind;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Supplier;

/** The ledger on a test's own database, with companies and testers to post for. */
public final class Books {
  public final TestDatabase database = TestDatabase.fresh();
  public final SettableClock clock = SettableClock.fixedAt("2026-03-10T12:00:00Z");
  public final Ledger ledger = new Ledger(database.jooq(), clock);
  public final CompanyBook companies = new CompanyBook(database.jooq(), ledger);
  public final TesterBook testers = new TesterBook(database.jooq(), ledger, clock);

  final PaperNumbers numbers = new PaperNumbers(database.jooq(), clock);
  final Settlement settlement = new Settlement(database.jooq(), clock);
  final Receipts receipts = new Receipts(database.jooq(), companies, settlement, clock);
  final CreditNotes credits =
      new CreditNotes(database.jooq(), settlement, numbers, companies, event -> {}, clock);
  final RefundProgress progress =
      new RefundProgress(database.jooq(), companies, settlement, event -> {}, clock);

  public UUID company() {
    var id = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into identity.companies (id, name, slug) values (?, 'Acme', ?)",
                id,
                id.toString()));
    return id;
  }

  public UUID tester() {
    var id = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into testers.human_testers (id, user_id, display_name) values (?, ?,"
                    + " 'Tess')",
                id,
                UUID.randomUUID()));
    return id;
  }

  /** One transaction of a job. */
  public <T> T does(Supplier<T> work) {
    return does(Actor.system("test"), work);
  }

  public <T> T does(Actor actor, Supplier<T> work) {
    return Tenancy.as(actor, () -> database.transactions().execute(status -> work.get()));
  }

  /** A test of 25 dollars with that share was accepted. */
  public boolean earn(UUID tester, UUID company, String reference, String share) {
    return does(
        () ->
            testers.earn(
                tester, company, reference, usd("25.00"), new BigDecimal(share), usd("0.00")));
  }

  public boolean bonus(UUID tester, String amount, String reference) {
    return does(() -> testers.bonus(tester, BonusKind.OTHER, usd(amount), reference, "well done"));
  }

  public BigDecimal balance(AccountKind kind, UUID tester) {
    return does(() -> ledger.ofTester(kind, tester));
  }

  public static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }
}

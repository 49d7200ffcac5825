package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.INVOICES;
import static dev.hitlai.billing.internal.jooq.Tables.PAYMENTS;
import static dev.hitlai.billing.internal.jooq.Tables.REFUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of a company's money: tests, invoices, payments in parts, credit notes,
 * cancellations, refunds of ours and of the provider, some of which fail afterwards, all of them
 * told twice now and then. Whatever happens, every cent is somewhere.
 */
class RefundHistoriesTest {
  private static final Books BOOKS = new Books();
  private static final UUID ADMIN = UUID.randomUUID();
  private static final BillingSettings SETTINGS =
      new BillingSettings(
          "HitlAI",
          "Bank of Tests",
          14,
          new BigDecimal("10"),
          new BigDecimal("10000"),
          new BigDecimal("25"),
          new BillingSettings.Stripe(
              "", "", URI.create("https://api.stripe.com"), Duration.ofMinutes(5)));

  private final InvoiceRun run =
      new InvoiceRun(
          BOOKS.database.jooq(),
          BOOKS.database.transactions(),
          BOOKS.settlement,
          BOOKS.numbers,
          event -> {},
          SETTINGS,
          BOOKS.clock);
  private final Refunds refunds =
      new Refunds(
          BOOKS.database.jooq(),
          BOOKS.database.transactions(),
          List.of(new BankTransfer()),
          BOOKS.settlement,
          BOOKS.progress,
          BOOKS.clock);

  private final UUID company = BOOKS.company();
  private final List<UUID> payments = new ArrayList<>();
  private final List<UUID> given = new ArrayList<>();

  /** What came less what went back for good, kept by this test alone. */
  private BigDecimal cash = BigDecimal.ZERO;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5})
  void everyCentOfACompanyIsSomewhere(long seed) {
    var random = new Random(seed);
    BOOKS.clock.moveTo(Instant.parse("2032-01-15T12:00:00Z").plus(Duration.ofDays(seed * 400)));
    var cashBefore = BOOKS.does(() -> BOOKS.ledger.total(AccountKind.CASH));
    for (int fact = 0; fact < 60; fact++) {
      happen(random);
      if (fact % 15 == 14) {
        assertEverythingIsThere(cashBefore);
      }
    }
    assertEverythingIsThere(cashBefore);
    assertThat(given).as("the history had refunds").isNotEmpty();
    assertThat(count("cancelled") + count("paid")).as("and settled invoices").isPositive();
  }

  private void happen(Random random) {
    var amount = BigDecimal.valueOf(1 + random.nextInt(6000), 2);
    switch (random.nextInt(12)) {
      case 0, 1, 2 ->
          BOOKS.does(
              () -> BOOKS.companies.charge(company, "h" + UUID.randomUUID(), amount, "Test"));
      case 3 ->
          BOOKS.does(
              () -> BOOKS.companies.credit(company, "h" + UUID.randomUUID(), amount, "Present"));
      case 4, 5 -> nextMonth();
      case 6 -> pay(random, amount, null);
      case 7 -> pay(random, amount, anInvoice(random));
      case 8 -> credit(random, amount);
      case 9 -> giveBack(random, amount);
      case 10 -> endARefund(random);
      default -> providerGivesBack(random, amount);
    }
  }

  private void nextMonth() {
    BOOKS.clock.advance(Duration.ofDays(31));
    Tenancy.as(Actor.system("test"), run::issueDue);
  }

  private void pay(Random random, BigDecimal amount, @Nullable UUID invoice) {
    var id = UUID.randomUUID();
    BOOKS.database.asSystem(
        sql ->
            sql.insertInto(PAYMENTS)
                .set(PAYMENTS.ID, id)
                .set(PAYMENTS.COMPANY_ID, company)
                .set(PAYMENTS.PURPOSE, invoice == null ? "top_up" : "invoice")
                .set(PAYMENTS.INVOICE_ID, invoice)
                .set(PAYMENTS.AMOUNT_USD, amount)
                .set(PAYMENTS.PROVIDER, "bank_transfer")
                .set(PAYMENTS.CREATED_AT, BOOKS.clock.instant())
                .execute());
    payments.add(id);
    // In two parts, the first of them noted twice, and the second now and then too much.
    var first = amount.divide(BigDecimal.TWO, 2, java.math.RoundingMode.UP);
    arrive(id, first, UUID.randomUUID(), random.nextBoolean());
    if (random.nextInt(3) > 0) {
      var second = amount.subtract(first).add(new BigDecimal("0.01"));
      arrive(id, second, UUID.randomUUID(), random.nextBoolean());
    }
  }

  private void arrive(UUID payment, BigDecimal amount, UUID once, boolean again) {
    assertThat(BOOKS.<Boolean>does(() -> BOOKS.receipts.arrived(payment, amount, once))).isTrue();
    cash = cash.add(amount);
    if (again) {
      assertThat(BOOKS.<Boolean>does(() -> BOOKS.receipts.arrived(payment, amount, once)))
          .isFalse();
    }
  }

  private void credit(Random random, BigDecimal amount) {
    var invoice = anInvoice(random);
    if (invoice == null) {
      return;
    }
    var once = UUID.randomUUID();
    for (int time = 0; time < 2; time++) {
      tried(
          () ->
              random.nextInt(4) == 0
                  ? BOOKS.credits.cancel(ADMIN, invoice, once, "Wrong")
                  : BOOKS.credits.write(ADMIN, invoice, once, amount, "Half of it was wrong"));
    }
  }

  private void giveBack(Random random, BigDecimal amount) {
    if (payments.isEmpty()) {
      return;
    }
    var payment = payments.get(random.nextInt(payments.size()));
    var once = UUID.randomUUID();
    var possible = BOOKS.does(() -> refunds.possible(payment));
    for (int time = 0; time < 2; time++) {
      boolean done = giveOnce(payment, once, amount);
      assertThat(done).isEqualTo(amount.compareTo(possible) <= 0);
    }
    if (amount.compareTo(possible) <= 0) {
      given.add(once);
    }
  }

  private boolean giveOnce(UUID payment, UUID once, BigDecimal amount) {
    try {
      Tenancy.as(Actor.system("test"), () -> refunds.give(ADMIN, payment, once, amount, "Sorry"));
      return true;
    } catch (ApiProblem refused) {
      return false;
    }
  }

  /** Paid or failed, failed after it was paid, told again, in any order. */
  private void endARefund(Random random) {
    if (given.isEmpty()) {
      return;
    }
    var id = given.get(random.nextInt(given.size()));
    var to = random.nextInt(3) == 0 ? RefundStatus.FAILED : RefundStatus.PAID;
    var before = status(id);
    boolean moved = BOOKS.<Boolean>does(() -> BOOKS.progress.moveOn(id, to, null, null));
    assertThat(moved).isEqualTo(to.compareTo(before) > 0);
    var amount = refunded(id);
    if (moved && to == RefundStatus.PAID) {
      cash = cash.subtract(amount);
    } else if (moved && before == RefundStatus.PAID) {
      cash = cash.add(amount);
    }
  }

  private void providerGivesBack(Random random, BigDecimal amount) {
    if (payments.isEmpty()) {
      return;
    }
    var payment = payments.get(random.nextInt(payments.size()));
    String reference = "re_" + UUID.randomUUID();
    var part = amount.divide(BigDecimal.TEN, 2, java.math.RoundingMode.UP);
    if (BOOKS.<Boolean>does(
        () -> BOOKS.progress.foreign(payment, reference, part, RefundStatus.PAID, "At the bank"))) {
      cash = cash.subtract(part);
      given.add(BOOKS.does(() -> BOOKS.progress.find("bank_transfer", reference, null)));
    }
  }

  private void assertEverythingIsThere(BigDecimal cashBefore) {
    BOOKS.does(
        () -> {
          var sql = BOOKS.database.jooq();
          var free = BOOKS.settlement.free(company);
          assertThat(free).as("no invoice is settled by money that isn't there").isNotNegative();
          var due = BigDecimal.ZERO;
          for (var invoice :
              sql.selectFrom(INVOICES).where(INVOICES.COMPANY_ID.eq(company)).fetch()) {
            var open = Settlement.due(invoice);
            assertThat(invoice.getStatus().equals("open")).isEqualTo(open.signum() > 0);
            due = due.add(open);
          }
          var unbilled =
              (BigDecimal)
                  sql.fetchValue(
                      "select coalesce(sum(e.amount_usd), 0) from billing.ledger_entries e join"
                          + " billing.ledger_transactions t on t.id = e.transaction_id where"
                          + " e.company_id = ? and t.kind in ('charge', 'charge_reversal') and not"
                          + " exists (select from billing.invoice_lines l where l.transaction_id ="
                          + " t.id)",
                      company);
          assertThat(BOOKS.ledger.ofCompany(company))
              .as("balance = free money - what is due - what isn't invoiced yet")
              .isEqualByComparingTo(free.subtract(due).subtract(unbilled));
          assertThat(BOOKS.ledger.total(AccountKind.CASH).subtract(cashBefore))
              .as("what came less what went back")
              .isEqualByComparingTo(cash);
          assertThat(
                  sql.fetch(
                      "select transaction_id from billing.ledger_entries group by 1 having"
                          + " sum(amount_usd) <> 0 or count(*) < 2"))
              .isEmpty();
          assertThat(
                  sql.fetch(
                      "select p.id from billing.payments p where received_usd < (select"
                          + " coalesce(sum(amount_usd), 0) from billing.refunds r where"
                          + " r.payment_id = p.id and r.status <> 'failed')"))
              .as("nobody gets back more than they paid")
              .isEmpty();
          return true;
        });
  }

  private @Nullable UUID anInvoice(Random random) {
    var all =
        BOOKS.database.asSystem(
            sql ->
                sql.select(INVOICES.ID)
                    .from(INVOICES)
                    .where(INVOICES.COMPANY_ID.eq(company))
                    .orderBy(INVOICES.NUMBER)
                    .fetch(INVOICES.ID));
    return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
  }

  private int count(String status) {
    return BOOKS.database.asSystem(
        sql ->
            sql.fetchCount(
                INVOICES, INVOICES.COMPANY_ID.eq(company).and(INVOICES.STATUS.eq(status))));
  }

  private static RefundStatus status(UUID id) {
    return BOOKS.database.asSystem(
        sql ->
            RefundStatus.of(
                sql.select(REFUNDS.STATUS)
                    .from(REFUNDS)
                    .where(REFUNDS.ID.eq(id))
                    .fetchSingle(REFUNDS.STATUS)));
  }

  private static BigDecimal refunded(UUID id) {
    return BOOKS.database.asSystem(
        sql ->
            sql.select(REFUNDS.AMOUNT_USD)
                .from(REFUNDS)
                .where(REFUNDS.ID.eq(id))
                .fetchSingle(REFUNDS.AMOUNT_USD));
  }

  /** Refusals are part of the history. */
  private static void tried(Supplier<Boolean> work) {
    try {
      BOOKS.does(work);
    } catch (ApiProblem refused) {
      assertThat(refused.sentence()).isNotBlank();
    }
  }
}

package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.Books.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.PostingKind;
import dev.hitlai.platform.tenancy.Actor;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Books BOOKS = new Books();

  private final UUID company = BOOKS.company();
  private final UUID tester = BOOKS.tester();
  private final String reference = "run:" + UUID.randomUUID();

  @Test
  void chargesOnceForAReferenceHoweverOftenItIsSeen() {
    assertThat(charge("3.75")).isTrue();
    assertThat(charge("3.75")).isFalse();
    assertThat(charge("9.00")).isFalse();
    assertThat(balance()).isEqualByComparingTo("-3.75");
  }

  @Test
  void chargesNothingForATestThatIsFree() {
    assertThat(charge("0.00")).isFalse();
    assertThat(balance()).isZero();
  }

  @Test
  void usesUpCreditBeforeACompanyOwes() {
    BOOKS.does(() -> BOOKS.companies.credit(company, reference, usd("10.00"), "Welcome"));
    charge("3.75");
    assertThat(balance()).isEqualByComparingTo("6.25");
  }

  @Test
  void takesAChargeBackOnceAndOnlyOfTheCompanyThatWasCharged() {
    charge("5.00");
    var stranger = BOOKS.company();
    assertThat(BOOKS.<Boolean>does(() -> BOOKS.companies.takeBack(stranger, reference, "Oh")))
        .isFalse();
    assertThat(takeBack()).isTrue();
    assertThat(takeBack()).isFalse();
    assertThat(balance()).isZero();
  }

  @Test
  void chargesAndPaysInsideATestersOwnTransaction() {
    var actor = Actor.tester(UUID.randomUUID(), tester);
    BOOKS.does(
        actor,
        () ->
            BOOKS.companies.charge(company, reference, usd("25.00"), "Test")
                && BOOKS.testers.earn(
                    tester, company, reference, usd("25.00"), usd("0.35"), usd("3.00")));
    assertThat(balance()).isEqualByComparingTo("-25.00");
    assertThat(BOOKS.does(actor, () -> BOOKS.ledger.ofTester(AccountKind.TESTER_PAYABLE, tester)))
        .isEqualByComparingTo("11.75");
    assertThat(BOOKS.does(actor, () -> BOOKS.ledger.ofCompany(company)))
        .as("a tester sees no company's account")
        .isZero();
  }

  @Test
  void hidesFromACompanyWhatItsTestersEarn() {
    BOOKS.earn(tester, company, reference, "0.30");
    var seen =
        BOOKS.does(
            Actor.company(null, company),
            () ->
                BOOKS.database.jooq().fetchCount(org.jooq.impl.DSL.table("billing.test_earnings"))
                    + BOOKS.ledger.statementOfTester(tester, 10, 0).total());
    assertThat(seen).isZero();
  }

  @Test
  void roundsATestersShareHalfUpToACent() {
    BOOKS.does(
        () ->
            BOOKS.testers.earn(tester, company, reference, usd("22.50"), usd("0.35"), usd("0.00")));
    assertThat(payable()).isEqualByComparingTo("7.88");
  }

  @Test
  void paysTheTrainingBonusLaterAndOnce() {
    BOOKS.earn(tester, company, reference, "0.40");
    assertThat(BOOKS.<Boolean>does(() -> BOOKS.testers.trainingBonus(reference, usd("5.00"))))
        .isTrue();
    assertThat(BOOKS.<Boolean>does(() -> BOOKS.testers.trainingBonus(reference, usd("5.00"))))
        .isFalse();
    assertThat(BOOKS.<Boolean>does(() -> BOOKS.testers.trainingBonus("none", usd("5.00"))))
        .isFalse();
    assertThat(payable()).isEqualByComparingTo("15.00");
  }

  @Test
  void keepsEarningsBackGivesThemBackAndTakesThemAway() {
    BOOKS.earn(tester, company, reference, "0.40");
    assertThat(hold()).isTrue();
    assertThat(hold()).isFalse();
    assertThat(payable()).isZero();
    assertThat(held()).isEqualByComparingTo("10.00");
    assertThat(end(TesterBook.Outcome.RELEASED)).isTrue();
    assertThat(end(TesterBook.Outcome.RELEASED)).isFalse();
    assertThat(payable()).isEqualByComparingTo("10.00");
    assertThat(hold()).isTrue();
    assertThat(end(TesterBook.Outcome.FORFEITED)).isTrue();
    assertThat(hold()).as("what is gone can't be kept back again").isFalse();
    assertThat(payable()).isZero();
    assertThat(held()).isZero();
  }

  @Test
  void keepsNothingBackThatWasNeverEarned() {
    assertThatThrownBy(this::hold).isInstanceOf(ApiProblem.class).hasMessageContaining(reference);
  }

  @Test
  void refusesAmountsThatAreNone() {
    assertThatThrownBy(() -> charge("-1.00")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> charge("1.005")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BOOKS.earn(tester, company, reference, "1.01"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Posting(
                    PostingKind.CHARGE,
                    reference,
                    "Test",
                    company,
                    null,
                    List.of(
                        new Posting.Entry(AccountKind.COMPANY, BigDecimal.ONE),
                        new Posting.Entry(AccountKind.PLATFORM_REVENUE, BigDecimal.ONE))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasADatabaseThatRefusesAPostingThatDoesNotBalance() {
    assertThatThrownBy(() -> postInSql("array[5.00, -4.99]"))
        .hasStackTraceContaining("add up to zero");
    assertThatThrownBy(() -> postInSql("array[]::numeric[]"))
        .hasStackTraceContaining("add up to zero");
  }

  @Test
  void letsTheApplicationNeitherWriteNorChangeNorDeleteWhatWasPosted() {
    charge("5.00");
    for (String statement :
        List.of(
            "insert into billing.ledger_transactions (kind, reference, description, posted_at)"
                + " values ('charge', 'x', 'x', now())",
            "update billing.ledger_entries set amount_usd = 1",
            "delete from billing.ledger_transactions",
            "truncate billing.ledger_entries",
            "select billing.account('cash', null, null)")) {
      assertThatThrownBy(() -> BOOKS.database.asSystem(sql -> sql.execute(statement)))
          .as(statement)
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void letsNotEvenASuperuserChangeWhatWasPosted() throws Exception {
    charge("5.00");
    try (var connection = BOOKS.database.superuser();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from billing.ledger_entries"))
          .hasMessageContaining("append-only");
    }
  }

  private void postInSql(String amounts) {
    BOOKS.database.asSystem(
        sql ->
            sql.fetchValue(
                "select billing.post('charge', ?, 'x', cast(? as uuid), null, now(),"
                    + " (array['company', 'cash'])[1:cardinality(%s)], %s)"
                        .formatted(amounts, amounts),
                reference,
                company));
  }

  private boolean charge(String amount) {
    return BOOKS.does(() -> BOOKS.companies.charge(company, reference, usd(amount), "Test"));
  }

  private boolean takeBack() {
    return BOOKS.does(() -> BOOKS.companies.takeBack(company, reference, "Failed by our fault"));
  }

  private boolean hold() {
    return BOOKS.does(() -> BOOKS.testers.hold(reference, "Looked into"));
  }

  private boolean end(TesterBook.Outcome outcome) {
    return BOOKS.does(() -> BOOKS.testers.endHold(reference, "Looked at", outcome));
  }

  private BigDecimal balance() {
    return BOOKS.does(() -> BOOKS.ledger.ofCompany(company));
  }

  private BigDecimal payable() {
    return BOOKS.balance(AccountKind.TESTER_PAYABLE, tester);
  }

  private BigDecimal held() {
    return BOOKS.balance(AccountKind.TESTER_HELD, tester);
  }
}

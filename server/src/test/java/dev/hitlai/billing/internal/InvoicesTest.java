package dev.hitlai.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.StandardTerms;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoices, bonuses and payouts as time passes, on a database of their own. */
class InvoicesTest {
  private static final Books BOOKS = new Books();
  private static final BillingSettings SETTINGS =
      new BillingSettings(
          "HitlAI",
          "Bank of Tests",
          14,
          usd("10"),
          usd("10000"),
          usd("25"),
          new BillingSettings.Stripe(
              "", "", URI.create("https://api.stripe.com"), Duration.ofMinutes(5)));

  private final SettableClock clock = BOOKS.clock;
  private final TestDatabase database = BOOKS.database;
  private final CompanyBook charges = BOOKS.companies;
  private final TesterBook earnings = BOOKS.testers;
  private final Invoices invoices = new Invoices(database.jooq(), clock);
  private final InvoiceRun run =
      new InvoiceRun(
          database.jooq(),
          database.transactions(),
          BOOKS.settlement,
          BOOKS.numbers,
          event -> {},
          SETTINGS,
          clock);
  private final Payouts payouts = new Payouts(database.jooq(), BOOKS.ledger, SETTINGS, clock);
  private final Bonuses bonuses =
      new Bonuses(database.jooq(), database.transactions(), earnings, new StandardTerms(), clock);

  @BeforeEach
  void goToTheMiddleOfAMonth() {
    clock.moveTo(Instant.parse("2031-05-15T12:00:00Z"));
  }

  @Test
  void invoicesAMonthWhenItIsOverAndUsesUpCreditFirst() {
    var company = company();
    does(() -> charges.credit(company, "gift:" + company, usd("30.00"), "Welcome"));
    charge(company, "a", "25.00");
    charge(company, "b", "25.00");
    assertThat(usage(company).amount()).isEqualByComparingTo("50.00");
    issue();
    assertThat(of(company)).as("the month isn't over").isEmpty();
    nextMonth();
    charge(company, "c", "5.00");
    issue();
    issue();
    var invoice = of(company).getFirst();
    assertThat(of(company)).hasSize(1);
    assertThat(invoice.total()).isEqualByComparingTo("50.00");
    assertThat(invoice.creditApplied()).isEqualByComparingTo("30.00");
    assertThat(invoice.due()).isEqualByComparingTo("20.00");
    assertThat(invoice.status()).isEqualTo("open");
    assertThat(invoice.month()).isEqualTo("2031-05-01");
    assertThat(does(() -> invoices.lines(invoice.id()))).hasSize(2);
    assertThat(usage(company).charges()).isEqualTo(1);
    clock.advance(Duration.ofDays(15));
    assertThat(of(company).getFirst().status()).isEqualTo("overdue");
  }

  @Test
  void callsAnInvoicePaidThatCreditCovers() {
    var company = company();
    does(() -> charges.credit(company, "gift:" + company, usd("100.00"), "Welcome"));
    charge(company, "a", "25.00");
    nextMonth();
    issue();
    assertThat(of(company).getFirst().status()).isEqualTo("paid");
    charge(company, "b", "80.00");
    nextMonth();
    issue();
    assertThat(of(company).getFirst().creditApplied())
        .as("credit is used once")
        .isEqualByComparingTo("75.00");
  }

  @Test
  void carriesWhatWasTakenBackOverToTheNextInvoice() {
    var company = company();
    charge(company, "a", "25.00");
    nextMonth();
    issue();
    does(() -> charges.takeBack(company, "a" + company, "Failed by our fault"));
    nextMonth();
    issue();
    assertThat(of(company)).as("nobody gets an invoice below zero").hasSize(1);
    charge(company, "b", "40.00");
    nextMonth();
    issue();
    assertThat(of(company).getFirst().total()).isEqualByComparingTo("15.00");
  }

  @Test
  void putsAChargeThatCameAfterTheInvoiceOnTheNextOne() {
    var company = company();
    charge(company, "a", "25.00");
    nextMonth();
    issue();
    clock.moveTo(Instant.parse("2031-05-31T23:59:59Z"));
    charge(company, "late", "5.00");
    clock.moveTo(Instant.parse("2031-06-15T12:00:00Z"));
    issue();
    assertThat(of(company)).hasSize(1);
    nextMonth();
    issue();
    assertThat(of(company).getFirst().total()).isEqualByComparingTo("5.00");
  }

  @Test
  void numbersInvoicesWithoutGapsWhenServersIssueAtTheSameTime() throws Exception {
    var companies = List.of(company(), company(), company(), company(), company());
    companies.forEach(company -> charge(company, "a", "25.00"));
    nextMonth();
    try (var servers = Executors.newFixedThreadPool(4)) {
      Callable<Integer> server = () -> Tenancy.as(Actor.system("test"), run::issueDue);
      for (var done : servers.invokeAll(List.of(server, server, server, server))) {
        done.get();
      }
    }
    companies.forEach(company -> assertThat(of(company)).hasSize(1));
    var gaps =
        database.asSystem(
            sql ->
                sql.fetch(
                    "select left(number, 8), max(right(number, 6)::int), count(*) from"
                        + " billing.invoices group by 1 having max(right(number, 6)::int) <>"
                        + " count(*)"));
    assertThat(gaps).isEmpty();
  }

  @Test
  void neverPaysATesterMoreThanTheyHave() throws Exception {
    var company = company();
    var tester = tester();
    earn(tester, company, "a", "100.00", null);
    Callable<Boolean> ask =
        () -> {
          try {
            BOOKS.does(
                Actor.tester(UUID.randomUUID(), tester),
                () ->
                    payouts.request(
                        tester,
                        usd("30.00"),
                        Payouts.Method.BANK_TRANSFER,
                        "DE89 3704 0044 0532 0130 00"));
            return true;
          } catch (ApiProblem refused) {
            return false;
          }
        };
    int granted = 0;
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(List.of(ask, ask, ask, ask))) {
        granted += done.get() ? 1 : 0;
      }
    }
    assertThat(granted).as("of 40 dollars 30 can be taken once").isEqualTo(1);
    assertThat(BOOKS.balance(AccountKind.TESTER_PAYABLE, tester)).isEqualByComparingTo("10.00");
    assertThat(BOOKS.balance(AccountKind.TESTER_PAYOUT, tester)).isEqualByComparingTo("30.00");
  }

  @Test
  void asksForAtLeastTheSmallestPayoutAndARealDestination() {
    var tester = tester();
    earn(tester, company(), "a", "100.00", null);
    for (var bad : List.of("10.00", "25.001", "-30", "500")) {
      assertThatThrownBy(
              () ->
                  does(
                      () ->
                          payouts.request(
                              tester, usd(bad), Payouts.Method.PAYPAL, "tess@example.org")))
          .as(bad)
          .isInstanceOf(ApiProblem.class);
    }
    assertThatThrownBy(
            () ->
                does(
                    () ->
                        payouts.request(
                            tester, usd("30"), Payouts.Method.BANK_TRANSFER, "my bank")))
        .hasMessageContaining("IBAN");
  }

  @Test
  void paysEachBonusOnceHoweverManyNightsAndServersLook() throws Exception {
    var company = company();
    var tester = tester();
    for (int test = 0; test < 100; test++) {
      earn(tester, company, "t" + test, "1.00", null);
    }
    Callable<Integer> night = () -> Tenancy.as(Actor.system("test"), bonuses::payDue);
    try (var servers = Executors.newFixedThreadPool(3)) {
      for (var done : servers.invokeAll(List.of(night, night, night))) {
        done.get();
      }
    }
    night.call();
    var lines = does(() -> BOOKS.ledger.statementOfTester(tester, 200, 0)).lines();
    assertThat(lines)
        .filteredOn(line -> line.kind() == dev.hitlai.billing.PostingKind.BONUS)
        .singleElement()
        .satisfies(line -> assertThat(line.amount()).isEqualByComparingTo("300.00"))
        .satisfies(line -> assertThat(line.description()).contains("100 tests in 2031-Q2"));
  }

  private void earn(UUID tester, UUID company, String test, String price, @Nullable Integer stars) {
    String reference = test + tester;
    does(() -> earnings.earn(tester, company, reference, usd(price), usd("0.40"), usd("0.00")));
    if (stars != null) {
      does(() -> earnings.rated(reference, stars));
    }
  }

  private void charge(UUID company, String test, String amount) {
    does(() -> charges.charge(company, test + company, usd(amount), "Test of a shop"));
  }

  private void issue() {
    Tenancy.as(Actor.system("test"), run::issueDue);
  }

  private void nextMonth() {
    clock.advance(Duration.ofDays(30));
  }

  private List<Invoices.Invoice> of(UUID company) {
    return does(() -> invoices.of(company));
  }

  private Invoices.Usage usage(UUID company) {
    return does(() -> invoices.usage(company));
  }

  private static UUID company() {
    return BOOKS.company();
  }

  private static UUID tester() {
    return BOOKS.tester();
  }

  private static <T> T does(Supplier<T> work) {
    return BOOKS.does(work);
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }
}

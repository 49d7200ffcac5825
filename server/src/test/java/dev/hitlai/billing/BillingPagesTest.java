package dev.hitlai.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages about money, in a browser without a screen and in a real one. */
@PlatformTest
class BillingPagesTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired Charges charges;
  @Autowired Earnings earnings;
  @Autowired TransactionTemplate transactions;
  @Autowired dev.hitlai.billing.internal.InvoiceRun run;

  @Test
  void invoicesACompanyWhichPaysByBankTransferAndAnAdministratorNotesIt() {
    var accounts = new TestAccounts(port);
    var company = accounts.company();
    var admin = accounts.admin(database);
    var owner = signedIn(company.owner().email());
    assertThat(owner.open("/company/billing").text()).contains("No invoices yet", "Nothing yet");
    does(
        () ->
            charges.charge(
                company.id(), "run:" + company.id(), new BigDecimal("25.00"), "Test of a shop"));
    lastMonth(company.id());
    Tenancy.as(Actor.system("test"), run::issueDue);
    String page = owner.open("/company/billing").text();
    assertThat(page).contains("HIT-", "You owe", "$25.00");
    String invoice = link(page, "/company/billing/invoices/");
    assertThat(owner.open(invoice).text()).contains("Test of a shop", "Pay by bank transfer");
    var pdf = owner.open(invoice + "/pdf");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.text()).startsWith("%PDF-");
    var begun = owner.submit(invoice + "/payment", Map.of("provider", "bank_transfer"));
    String payment = begun.header("Location");
    payment = payment.substring(payment.indexOf("/company/"));
    assertThat(owner.open(payment).text()).contains("HIT-", "Bank of Tests");
    assertAccessible(company.owner().email(), "/company/billing", "billing");
    assertAccessible(company.owner().email(), invoice, "invoice");
    assertAccessible(company.owner().email(), payment, "payment");

    var office = signedIn(admin.email());
    String id = payment.substring(payment.lastIndexOf('/') + 1);
    assertThat(office.open("/admin/billing").text()).contains("It came", "Platform revenue");
    assertAccessible(admin.email(), "/admin/billing", "admin-billing");
    arrive(office, id, "10.00");
    assertThat(owner.open(payment).text()).contains("$10.00 of it came", "$15.00");
    arrive(office, id, "15.00");
    assertThat(owner.open(invoice).text()).contains("thank you");
    takesBackWhatItCharged(office, owner, admin.email(), invoice, id);
    assertThat(owner.submit(invoice + "/payment", Map.of("provider", "bank_transfer")).status())
        .isEqualTo(302);
    assertThat(owner.open(invoice).text()).contains("This invoice is cancelled.");
    office.open("/admin/billing");
    office.submit(
        "/admin/billing/credits",
        Map.of(
            "company",
            company.id().toString(),
            "amount",
            "12.50",
            "reason",
            "Sorry",
            "once",
            UUID.randomUUID().toString()));
    assertThat(owner.open("/company/billing").text()).contains("$12.50", "Sorry");

    var stranger = signedIn(accounts.company().owner().email());
    assertThat(stranger.open(invoice).status()).isEqualTo(404);
    assertThat(stranger.open(payment).status()).isEqualTo(404);
    assertThat(
            signedIn(accounts.member(company, "member").email()).open("/company/billing").status())
        .as("money is for owners and administrators")
        .isEqualTo(403);
  }

  private static void arrive(Browser office, String payment, String amount) {
    office.open("/admin/billing");
    var noted =
        office.submit(
            "/admin/billing/payments/" + payment + "/arrival",
            Map.of("amount", amount, "once", UUID.randomUUID().toString()));
    assertThat(noted.status()).as(noted.text()).isEqualTo(302);
  }

  /** A credit note, a cancellation, and the money that they set free goes back by transfer. */
  private void takesBackWhatItCharged(
      Browser office, Browser owner, String admin, String invoice, String payment) {
    String here = invoice.replace("/company/", "/admin/");
    String money = "/admin/billing/payments/" + payment;
    assertThat(office.open(money).text()).contains("Nothing can go back right now");
    office.open(here);
    office.submit(here + "/credit-notes", once(Map.of("amount", "26", "reason", "Too much")));
    assertThat(office.open(here).text()).contains("at most $25.00");
    office.submit(here + "/credit-notes", once(Map.of("amount", "5", "reason", "It was slow")));
    assertThat(owner.open(invoice).text()).contains("HIT-CN-", "It was slow", "$5.00");
    assertAccessible(admin, here, "admin-invoice");
    office.open(here);
    office.submit(here + "/cancellation", once(Map.of("reason", "It was all wrong")));
    assertThat(owner.open(invoice).text()).contains("cancelled");
    assertThat(owner.open(invoice + "/pdf").text()).startsWith("%PDF-");
    office.open(money);
    office.submit(money + "/refunds", once(Map.of("amount", "25", "reason", "Sorry for that")));
    var refund =
        database
            .asSystem(
                sql ->
                    sql.fetchValue(
                        "select id from billing.refunds where payment_id = ?",
                        UUID.fromString(payment)))
            .toString();
    assertThat(office.open(money).text()).contains("It is sent", "Transfer $25.00");
    assertAccessible(admin, money, "admin-payment");
    assertAccessible(admin, "/admin/billing", "admin-billing-refund");
    office.open(money);
    office.submit("/admin/billing/refunds/" + refund + "/decision", Map.of("sent", "yes"));
    assertThat(owner.open("/company/billing").text()).contains("Refund: Sorry for that");
    assertThat(owner.open("/company/billing/payments/" + payment).text())
        .contains("Sorry for that", "paid");
  }

  private static Map<String, String> once(Map<String, String> fields) {
    var all = new java.util.HashMap<>(fields);
    all.put("once", UUID.randomUUID().toString());
    return all;
  }

  @Test
  void paysATesterAndShowsWhatIsHeldAndWhy() {
    var accounts = new TestAccounts(port);
    var company = accounts.company();
    var person = accounts.tester();
    var admin = accounts.admin(database);
    var tester =
        database.asSystem(
            sql ->
                (UUID)
                    sql.fetchValue(
                        "select id from testers.human_testers where user_id = ?", person.id()));
    var own = signedIn(person.email());
    assertThat(own.open("/tester/earnings").text()).contains("Nothing earned yet", "Your code");
    for (String test : new String[] {"a", "b"}) {
      does(
          () ->
              earnings.earn(
                  tester,
                  company.id(),
                  test + tester,
                  new BigDecimal("100.00"),
                  new BigDecimal("0.40"),
                  new BigDecimal("5.00")));
    }
    var office = signedIn(admin.email());
    office.open("/admin/payouts");
    office.submit(
        "/admin/payouts/holds", Map.of("reference", "b" + tester, "reason", "Looks like a robot"));
    assertThat(own.open("/tester/earnings").text()).contains("$45.00", "Looks like a robot");
    var refused =
        own.submit(
            "/tester/earnings/payouts",
            Map.of("amount", "45.01", "method", "paypal", "destination", "tess@example.org"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("must not be more than the $45.00", "45.01");
    var asked =
        own.submit(
            "/tester/earnings/payouts",
            Map.of("amount", "30", "method", "paypal", "destination", "tess@example.org"));
    assertThat(asked.status()).isEqualTo(302);
    assertAccessible(person.email(), "/tester/earnings", "earnings");
    assertAccessible(admin.email(), "/admin/payouts", "payouts");
    String payout =
        database.asSystem(
            sql ->
                sql.fetchValue("select id from billing.payouts where tester_id = ?", tester)
                    .toString());
    office.open("/admin/payouts");
    office.submit("/admin/payouts/" + payout + "/payment", Map.of());
    assertThat(office.open("/admin/payouts").text())
        .as("nothing is paid that nobody approved")
        .contains("any more");
    office.submit("/admin/payouts/" + payout + "/approval", Map.of());
    office.submit("/admin/payouts/" + payout + "/payment", Map.of());
    office.submit(
        "/admin/payouts/holds/end",
        Map.of("reference", "b" + tester, "reason", "It was one", "outcome", "forfeit"));
    var answer = person.api().get("/api/tester/earnings");
    assertThat(answer.json().at("/data/available").decimalValue()).isEqualByComparingTo("15");
    assertThat(answer.json().at("/data/paid").decimalValue()).isEqualByComparingTo("30");
    assertThat(answer.json().at("/data/held").decimalValue()).isZero();
  }

  private void lastMonth(UUID company) {
    // The ledger can't be changed, not even by a test: only a superuser without triggers can.
    try (var connection = database.superuser();
        var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(
          "update billing.ledger_transactions set posted_at = posted_at - interval '32 days' where"
              + " company_id = '"
              + company
              + "'");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Browser signedIn(String email) {
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit("/login", Map.of("email", email, "password", TestAccounts.PASSWORD));
    return browser;
  }

  private void assertAccessible(String email, String path, String name) {
    var pages = Pages.at(port).signedIn(email, TestAccounts.PASSWORD);
    for (int width : new int[] {1440, 390}) {
      var scheme = width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT;
      try (var page = pages.open(path, width, scheme)) {
        page.assertAccessible();
        String shots = System.getProperty("hitlai.shots");
        if (shots != null) {
          page.screenshot(Path.of(shots, name + "-" + width + ".png"));
        }
      }
    }
  }

  private static String link(String page, String beginning) {
    int at = page.indexOf(beginning);
    return page.substring(at, page.indexOf('"', at));
  }

  private <T> T does(Supplier<T> work) {
    return Tenancy.as(Actor.system("test"), () -> transactions.execute(status -> work.get()));
  }
}

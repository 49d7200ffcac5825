package dev.hitlai.api;

import dev.hitlai.billing.BonusKind;
import dev.hitlai.billing.Charges;
import dev.hitlai.billing.Earnings;
import dev.hitlai.billing.internal.InvoiceRun;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.FakeStripe;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Money, and what opens as a company climbs. */
final class MoneyExamples extends ExampleCalls {
  private final TestDatabase database;
  private final Earnings earnings;
  private final Charges charges;
  private final InvoiceRun invoices;
  private final TransactionTemplate transactions;
  private final SettableClock clock;

  MoneyExamples(
      int port,
      ExampleBook executed,
      TestDatabase database,
      Earnings earnings,
      Charges charges,
      InvoiceRun invoices,
      TransactionTemplate transactions,
      SettableClock clock) {
    super(port, executed);
    this.database = database;
    this.earnings = earnings;
    this.charges = charges;
    this.invoices = invoices;
    this.transactions = transactions;
    this.clock = clock;
  }

  void earnAsATester() {
    var tester = new TestAccounts(port).tester();
    var testerId =
        database.asSystem(
            sql ->
                (UUID)
                    sql.fetchValue(
                        "select id from testers.human_testers where user_id = ?", tester.id()));
    Tenancy.as(
        Actor.system("test"),
        () ->
            transactions.execute(
                status ->
                    earnings.bonus(
                        testerId,
                        BonusKind.OTHER,
                        new BigDecimal("60.00"),
                        "example:" + testerId,
                        "a warm welcome")));
    call(
        tester.api(),
        "POST /api/tester/payouts",
        Map.of("amount", 40, "method", "paypal", "destination", "tess@tester.example"));
    call(tester.api(), "GET /api/tester/earnings", null);
    call(tester.api(), "GET /api/tester/payouts", null);
  }

  void lookAfterMoney(TestAccounts.Company company) {
    call(company.api(), "GET /api/company/billing", null);
    var admin = new TestAccounts(port).admin(database).api();
    call(admin, "GET /api/admin/pricing", null);
    call(
        admin,
        "POST /api/admin/pricing",
        Map.of(
            "item",
            "gemini",
            "base",
            4.25,
            "platformFeePercent",
            30,
            "payoutPercent",
            0,
            "effectiveFrom",
            Instant.now().plus(Duration.ofDays(9_000)).toString()));
    Map<String, Object> event =
        Map.of(
            "id", "evt_" + UUID.randomUUID(), "type", "payout.created", "created", 1_790_000_000);
    String body = ExampleBook.written(event);
    String signature =
        FakeStripe.signature(Instant.now().getEpochSecond(), body, FakeStripe.WEBHOOK_SECRET);
    call(
        ApiClient.at(port).with("Stripe-Signature", signature), "POST /api/webhooks/stripe", event);
  }

  void climb(TestAccounts.Company company) {
    call(ApiClient.at(port), "GET /api/milestones", null);
    call(company.api(), "GET /api/milestones/company", null);
    call(company.api(), "GET /api/milestones/recent-unlocks", null);
    var admin = TestAdmin.api(database, port);
    call(admin, "POST /api/milestones", null);
    var grant =
        call(
            admin,
            "POST /api/admin/feature-grants",
            Map.of(
                "companyId",
                company.id(),
                "feature",
                "white_label",
                "reason",
                "Agreed with the pilot."));
    call(admin, "GET /api/admin/feature-grants", null);
    call(
        admin,
        "POST /api/admin/feature-grants/{id}/revocation",
        Map.of("reason", "The pilot is over."),
        grant.at("/data/id"));
  }

  /** A company that is invoiced for a month, pays a part and tops up. */
  void payBills() {
    var company = new TestAccounts(port).company();
    clock.advance(Duration.ofDays(-40));
    Tenancy.as(
        Actor.system("test"),
        () ->
            transactions.execute(
                status ->
                    charges.charge(
                        company.id(),
                        "example:" + company.id(),
                        new BigDecimal("25.00"),
                        "Test of shop.example by an AI tester")));
    clock.reset();
    Tenancy.as(Actor.system("test"), invoices::issueDue);
    var api = company.api();
    String invoice = call(api, "GET /api/company/billing/invoices", null).at("/data/0/id");
    var partly = Map.of("amount", 10, "provider", "bank_transfer");
    call(api, "GET /api/company/billing/invoices/{id}", null, invoice);
    call(api, "GET /api/company/billing/invoices/{id}/pdf", null, invoice);
    call(api, "POST /api/company/billing/invoices/{id}/payments", partly, invoice);
    String payment =
        call(
                api,
                "POST /api/company/billing/top-ups",
                Map.of("amount", 100, "provider", "bank_transfer"))
            .at("/data/id");
    call(api, "GET /api/company/billing/payments/{id}", null, payment);
    call(api, "GET /api/company/billing/payments", null);
  }
}

package dev.hitlai.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.billing.internal.Refunds;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.FakeStripe;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Money that goes back to cards, against a server that speaks Stripe's HTTP. */
@PlatformTest
class StripeRefundsTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired Refunds refunds;
  @Autowired SettableClock clock;

  private TestAccounts.Company company;
  private Browser office;
  private String payment;
  private String intent;

  @BeforeEach
  void paidFiftyDollars() {
    var accounts = new TestAccounts(port);
    company = accounts.company();
    office = new Browser(ApiClient.at(port));
    office.open("/login");
    office.submit(
        "/login",
        Map.of("email", accounts.admin(database).email(), "password", TestAccounts.PASSWORD));
    payment =
        company
            .api()
            .post("/api/company/billing/top-ups", Map.of("amount", 50, "provider", "stripe"))
            .at("/data/id");
    intent = "pi_" + payment.replace("-", "");
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void givesBackAPartAndTheRestEachOnceHoweverOftenTheFormAndTheEventsCome() {
    deliver(completed());
    String form = UUID.randomUUID().toString();
    give("20.00", form);
    give("20.00", form);
    assertThat(balance()).isEqualByComparingTo("30");
    assertThat(FakeStripe.refundsOf(intent)).hasSize(1);
    give("30.01", UUID.randomUUID().toString());
    assertThat(FakeStripe.refundsOf(intent)).as("more than is left").hasSize(1);
    give("30.00", UUID.randomUUID().toString());
    for (int time = 0; time < 2; time++) {
      deliver(charge(5000));
      for (String refund : FakeStripe.refundsOf(intent)) {
        deliver(event("refund.created", refund));
        deliver(event("refund.updated", refund));
      }
    }
    assertThat(balance()).isEqualByComparingTo("0");
    assertThat(standings()).containsOnly("paid").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void takesEventsInAnyOrder(long seed) {
    var first = FakeStripe.refundAtStripe(intent, 1000);
    var second = FakeStripe.refundAtStripe(intent, 500);
    var events =
        new ArrayList<>(
            List.of(
                completed(),
                event("refund.created", first.replace("succeeded", "pending")),
                event("refund.updated", first),
                event("refund.created", second.replace("succeeded", "pending")),
                event("charge.refund.updated", second),
                event("refund.failed", second.replace("succeeded", "failed")),
                charge(1000),
                event("charge.dispute.funds_withdrawn", dispute("dp_a", 2000)),
                event("charge.dispute.funds_withdrawn", dispute("dp_b", 700)),
                event("charge.dispute.funds_reinstated", dispute("dp_b", 700))));
    Collections.shuffle(events, new Random(seed));
    events.addAll(List.copyOf(events));
    events.forEach(this::deliver);
    assertThat(balance())
        .as("50 came, 10 went back, 5 failed to, 20 are disputed, 7 were until the bank gave in")
        .isEqualByComparingTo("20");
  }

  @Test
  void reopensTheInvoiceThatGivenBackMoneyHadPaid() {
    deliver(completed());
    UUID invoice = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into billing.invoices (id, company_id, number, period_start, total_usd,"
                    + " credit_applied_usd, status, issued_at, due_at, paid_at) values (?, ?, ?,"
                    + " '2026-01-01', 45, 45, 'paid', now(), now(), now())",
                invoice,
                company.id(),
                "T-" + invoice));
    give("10.00", UUID.randomUUID().toString());
    assertThat(office.open("/admin/billing/payments/" + payment).text())
        .contains("must be at most $5.00: the rest of the payment is used for invoices");
    deliver(event("refund.created", FakeStripe.refundAtStripe(intent, 5000)));
    var seen = company.api().get("/api/company/billing/invoices/" + invoice);
    assertThat(seen.at("/data/invoice/status")).isIn("open", "overdue");
    assertThat(seen.json().at("/data/invoice/due").decimalValue()).isEqualByComparingTo("45");
    assertThat(
            deliver(event("refund.created", FakeStripe.refundAtStripe(intent, 100)))
                .at("/data/outcome"))
        .as("more than came")
        .isEqualTo("refused");
  }

  @Test
  void makesWhatStripeRefusesCreditAgainAndAsksAgainWhenItIsInTrouble() {
    deliver(completed());
    give("7.77", UUID.randomUUID().toString());
    assertThat(office.open("/admin/billing/payments/" + payment).text())
        .contains("Charge has been charged back.");
    assertThat(balance()).isEqualByComparingTo("50");
    give("4.20", UUID.randomUUID().toString());
    give("3.13", UUID.randomUUID().toString());
    assertThat(standings()).containsExactlyInAnyOrder("failed", "pending", "pending");
    assertThat(balance()).as("promised").isEqualByComparingTo("42.67");
    clock.advance(Duration.ofMinutes(10));
    Tenancy.as(Actor.system("test"), refunds::askAgain);
    assertThat(standings()).containsExactlyInAnyOrder("failed", "pending", "paid");
    deliver(
        event(
            "refund.updated",
            FakeStripe.refundsOf(intent).stream()
                .filter(refund -> refund.contains("pending"))
                .findFirst()
                .orElseThrow()
                .replace("pending", "succeeded")));
    assertThat(standings()).containsExactlyInAnyOrder("failed", "paid", "paid");
    assertThat(balance()).isEqualByComparingTo("42.67");
  }

  private void give(String amount, String once) {
    office.open("/admin/billing/payments/" + payment);
    var answer =
        office.submit(
            "/admin/billing/payments/" + payment + "/refunds",
            Map.of("amount", amount, "reason", "Sorry", "once", once));
    assertThat(answer.status()).as(answer.text()).isEqualTo(302);
  }

  private List<String> standings() {
    return company
        .api()
        .get("/api/company/billing/payments/" + payment)
        .json()
        .at("/data/refunds")
        .valueStream()
        .map(refund -> refund.path("status").asString())
        .toList();
  }

  private java.math.BigDecimal balance() {
    return company.api().get("/api/company/billing").json().at("/data/balance").decimalValue();
  }

  private String completed() {
    return event(
        "checkout.session.completed",
        """
        {"id":"cs_test","object":"checkout.session","client_reference_id":"%s","amount_total":5000,
         "payment_status":"paid","payment_intent":"%s","currency":"usd"}\
        """
            .formatted(payment, intent));
  }

  private String charge(int refunded) {
    return event(
        "charge.refunded",
        """
        {"id":"ch_%s","object":"charge","amount":5000,"amount_refunded":%d,"currency":"usd",
         "payment_intent":"%s","metadata":{"payment_id":"%s"}}\
        """
            .formatted(intent, refunded, intent, payment));
  }

  private String dispute(String id, int cents) {
    return """
    {"id":"%s_%s","object":"dispute","amount":%d,"currency":"usd","reason":"fraudulent",
     "payment_intent":"%s","metadata":{"payment_id":"%s"}}\
    """
        .formatted(id, payment, cents, intent, payment);
  }

  private String event(String type, String object) {
    // Refunds that were made at Stripe itself don't name our payment.
    String named = object.replace("\"payment_id\":\"\"", "\"payment_id\":\"" + payment + "\"");
    return "{\"id\":\"evt_%s\",\"object\":\"event\",\"type\":\"%s\",\"created\":%d,\"data\":{\"object\":%s}}"
        .formatted(UUID.randomUUID(), type, Instant.now().getEpochSecond(), named);
  }

  private ApiClient.Answer deliver(String event) {
    var taken =
        ApiClient.at(port)
            .with(
                "Stripe-Signature",
                FakeStripe.signature(
                    clock.instant().getEpochSecond(), event, FakeStripe.WEBHOOK_SECRET))
            .send("POST", "/api/webhooks/stripe", "application/json", event);
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    return taken;
  }
}

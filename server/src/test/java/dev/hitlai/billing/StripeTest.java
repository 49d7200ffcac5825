package dev.hitlai.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.FakeStripe;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Payment by card against a server that speaks Stripe's HTTP. */
@PlatformTest
class StripeTest {
  private static final String PAYMENTS = "/company/billing/payments/";

  @LocalServerPort int port;

  private TestAccounts.Company company;
  private Browser browser;

  @BeforeEach
  void signUp() {
    company = new TestAccounts(port).company();
    browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit(
        "/login", Map.of("email", company.owner().email(), "password", TestAccounts.PASSWORD));
  }

  @Test
  void asksStripeForASessionAndShowsTheWayThere() {
    String payment = begin("50.00");
    var asked = FakeStripe.requestFor(payment);
    assertThat(asked.authorization()).isEqualTo("Bearer " + FakeStripe.SECRET_KEY);
    assertThat(asked.idempotencyKey()).isEqualTo(payment);
    assertThat(asked.form())
        .containsEntry("mode", "payment")
        .containsEntry("line_items[0][price_data][unit_amount]", "5000")
        .containsEntry("line_items[0][price_data][currency]", "usd")
        .containsEntry("success_url", "http://127.0.0.1:" + port + PAYMENTS + payment);
    assertThat(browser.open(PAYMENTS + payment).text())
        .contains("https://checkout.stripe.example/c/pay/cs_test_");
    assertThat(balance()).isEqualTo("0.0");
  }

  @Test
  void saysWhatStripeSaidWhenItRefuses() {
    browser.open("/company/billing");
    var refused =
        browser.submit("/company/billing/top-up", Map.of("amount", "66.66", "provider", "stripe"));
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text()).contains("Your account is closed.", "66.66", "failed");
  }

  @Test
  void countsMoneyOnceHoweverOftenAnEventComes() throws Exception {
    String payment = begin("50.00");
    String event = event("checkout.session.completed", payment, "paid", 5000);
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<String> delivery = () -> deliver(event).at("/data/outcome");
      var outcomes =
          threads.invokeAll(Stream.generate(() -> delivery).limit(4).toList()).stream()
              .map(
                  done -> {
                    try {
                      return done.get();
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .toList();
      assertThat(outcomes).containsExactlyInAnyOrder("applied", "repeated", "repeated", "repeated");
    }
    assertThat(balance()).isEqualTo("50.0");
    assertThat(browser.open(PAYMENTS + payment).text()).contains("Thank you");
  }

  @Test
  void countsTwoEventsAboutOnePaymentOnce() {
    String payment = begin("50.00");
    deliver(event("checkout.session.completed", payment, "paid", 5000));
    var again = deliver(event("checkout.session.async_payment_succeeded", payment, "paid", 5000));
    assertThat(again.at("/data/outcome")).isEqualTo("ignored");
    assertThat(balance()).isEqualTo("50.0");
  }

  @Test
  void endsRightInWhateverOrderEventsCome() {
    String first = begin("50.00");
    deliver(event("checkout.session.async_payment_succeeded", first, "paid", 5000));
    deliver(event("checkout.session.completed", first, "unpaid", 5000));
    deliver(event("checkout.session.expired", first, "unpaid", 5000));
    assertThat(browser.open(PAYMENTS + first).text()).contains("Thank you");

    String second = begin("20.00");
    deliver(event("checkout.session.async_payment_failed", second, "unpaid", 2000));
    assertThat(browser.open(PAYMENTS + second).text()).contains("Not paid");
    deliver(event("checkout.session.async_payment_succeeded", second, "paid", 2000));
    assertThat(browser.open(PAYMENTS + second).text())
        .as("money that came is never lost")
        .contains("Thank you");
    assertThat(balance()).isEqualTo("70.0");
  }

  @Test
  void believesNobodyWhoCannotSignOrSendsAnOldSignatureAgain() {
    String payment = begin("50.00");
    String event = event("checkout.session.completed", payment, "paid", 5000);
    long now = Instant.now().getEpochSecond();
    assertThat(send(event, FakeStripe.signature(now, event, "whsec_guessed")).status())
        .isEqualTo(400);
    assertThat(
            send(event, FakeStripe.signature(now, event + " ", FakeStripe.WEBHOOK_SECRET)).status())
        .isEqualTo(400);
    assertThat(
            send(event, FakeStripe.signature(now - 301, event, FakeStripe.WEBHOOK_SECRET)).status())
        .isEqualTo(400);
    assertThat(send(event, "t=" + now + ",v1=").status()).isEqualTo(400);
    assertThat(send(event, "nonsense").status()).isEqualTo(400);
    assertThat(balance()).isEqualTo("0.0");
  }

  @Test
  void takesNoMoneyThatDoesNotFitThePayment() {
    String payment = begin("50.00");
    assertThat(
            deliver(event("checkout.session.completed", payment, "paid", 4999)).at("/data/outcome"))
        .isEqualTo("refused");
    assertThat(
            deliver(event("checkout.session.completed", UUID.randomUUID().toString(), "paid", 5000))
                .at("/data/outcome"))
        .isEqualTo("refused");
    assertThat(deliver(event("invoice.created", payment, "paid", 1)).at("/data/outcome"))
        .isEqualTo("ignored");
    assertThat(balance()).isEqualTo("0.0");
  }

  private String begin(String amount) {
    browser.open("/company/billing");
    var begun =
        browser.submit("/company/billing/top-up", Map.of("amount", amount, "provider", "stripe"));
    assertThat(begun.status()).as(begun.text()).isEqualTo(302);
    String to = begun.header("Location");
    return to.substring(to.indexOf(PAYMENTS) + PAYMENTS.length());
  }

  private String balance() {
    return company
        .api()
        .get("/api/company/billing")
        .at("/data/balance")
        .replaceFirst("\\.00$", ".0");
  }

  private ApiClient.Answer deliver(String event) {
    var taken =
        send(
            event,
            FakeStripe.signature(Instant.now().getEpochSecond(), event, FakeStripe.WEBHOOK_SECRET));
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    return taken;
  }

  private ApiClient.Answer send(String event, String signature) {
    return ApiClient.at(port)
        .with("Stripe-Signature", signature)
        .send("POST", "/api/webhooks/stripe", "application/json", event);
  }

  private static String event(String type, String payment, String status, int cents) {
    return """
    {"id":"evt_%s","object":"event","type":"%s","created":%d,"data":{"object":{"id":"cs_test",
     "object":"checkout.session","client_reference_id":"%s","payment_status":"%s",
     "amount_total":%d,"currency":"usd"}}}\
    """
        .formatted(UUID.randomUUID(), type, Instant.now().getEpochSecond(), payment, status, cents);
  }
}

package dev.hitlai.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.api.ExampleBook.Exchange;
import dev.hitlai.billing.BonusKind;
import dev.hitlai.billing.Earnings;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.internal.execution.Reports;
import dev.hitlai.testing.internal.execution.ScriptedRunner;
import dev.hitlai.testing.internal.people.Offers;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Authenticator;
import dev.hitlai.testsupport.FakeStripe;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Carries out one call of every operation, in the order in which a newcomer would, and holds the
 * examples of the API's document against what came back. After a change of the API, {@code
 * -Dhitlai.examples=write} writes them anew.
 */
@PlatformTest
class ApiExamplesTest {
  private static final byte[] PICTURE =
      "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>"
          .getBytes(StandardCharsets.UTF_8);
  private static final Map<String, Object> ASKED =
      Map.of(
          "url", "https://shop.example/",
          "mission", "Find out how to return a product",
          "testType", "ai_only",
          "persona", "senior_casual");

  @LocalServerPort private int port;
  @Autowired private ScriptedRunner scripts;
  @Autowired private TestDatabase database;
  @Autowired private SettableClock clock;
  @Autowired private Offers offers;
  @Autowired private Earnings earnings;
  @Autowired private TransactionTemplate transactions;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  private final ExampleBook executed = new ExampleBook();

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void everyOperationHasAnExampleThatStillHappens() {
    scripts.script(
        "shop.example",
        (plan, listener, evidence) -> {
          var picture = evidence.save("step-01.svg", "image/svg+xml", PICTURE);
          listener.step(Reports.step(plan, 1, picture));
          return Reports.report(
              plan,
              MissionOutcome.DONE,
              Reports.finding(plan, "1234567890abcdef", 0.9, Reports.evidence(picture)));
        });
    var company = signUpAndLogIn();
    lookAfterTheCompany(company);
    hearOfThings(company.api());
    lookAfterOutages();
    keepDrafts(company.api());
    testASite(company.api());
    beATester(company.api());
    earnAsATester();
    lookAfterMoney(company);
    climb(company);
    watchOverThings(company.api());
    joinWithAnAccount(company.api());
    keepAnAccountSafe();
    haveAnAccountErased();
    if ("write".equals(System.getProperty("hitlai.examples"))) {
      executed.write();
    }
    compare(ExampleBook.read());
  }

  private void compare(ExampleBook written) {
    var document = ApiClient.at(port).get("/api/openapi.json").json();
    var soft = new SoftAssertions();
    for (var route : Routes.of(mapping)) {
      Exchange now = executed.of(route.name());
      Exchange then = written.of(route.name());
      soft.assertThat(now).as(route.name() + " carried out here").isNotNull();
      soft.assertThat(then).as(route.name() + " in examples.json").isNotNull();
      if (now == null || then == null) {
        continue;
      }
      soft.assertThat(now.differenceTo(then)).as(route.name()).isEmpty();
      var operation =
          document
              .path("paths")
              .path(route.pattern())
              .path(route.method().toLowerCase(Locale.ROOT));
      if (now.request() != null) {
        soft.assertThat(operation.at("/requestBody/content").toString())
            .as(route.name())
            .contains("\"example\"");
      }
      if (now.response() != null) {
        soft.assertThat(operation.path("responses").path("" + now.status()).toString())
            .as(route.name())
            .contains("\"example\"");
      }
    }
    soft.assertAll();
  }

  private TestAccounts.Company signUpAndLogIn() {
    var visitor = ApiClient.at(port);
    var login = Map.of("email", "ada@shop.example", "password", TestAccounts.PASSWORD);
    var made =
        call(
            visitor,
            "POST /api/auth/signup",
            Map.of(
                "email",
                "ada@shop.example",
                "password",
                TestAccounts.PASSWORD,
                "companyName",
                "Shop Example",
                "companySize",
                "11-50",
                "industry",
                "retail"));
    var in = call(visitor, "POST /api/auth/login", login);
    var renewed =
        call(visitor, "POST /api/auth/refresh", Map.of("refresh_token", in.at("/refresh_token")));
    call(visitor, "POST /api/auth/logout", Map.of("refresh_token", renewed.at("/refresh_token")));
    String token = made.at("/access_token");
    return new TestAccounts.Company(
        UUID.fromString(made.at("/user/companyId")),
        new TestAccounts.Person(
            visitor.as(token),
            UUID.fromString(made.at("/user/id")),
            "ada@shop.example",
            token,
            made.at("/refresh_token")));
  }

  private void lookAfterTheCompany(TestAccounts.Company company) {
    var api = company.api();
    call(api, "GET /api/company/settings", null);
    call(
        api,
        "PATCH /api/company/settings",
        Map.of("website", "https://shop.example", "criticalNeedsReview", true));
    call(api, "POST /api/company/members", Map.of("email", "grace@shop.example", "role", "member"));
    new TestAccounts(port).member(company, "viewer");
    var open = call(api, "GET /api/company/invitations", null).at("/data/0/id");
    call(api, "POST /api/company/invitations/{id}/resend", null, open);
    call(api, "DELETE /api/company/invitations/{id}", null, open);
    call(api, "GET /api/company/closing", null);
    call(api, "POST /api/company/closing", Map.of("name", "Shop Example"));
    call(api, "DELETE /api/company/closing", null);
    var members = call(api, "GET /api/company/members", null);
    String viewer =
        members
            .json()
            .path("data")
            .valueStream()
            .filter(member -> member.path("role").asString().equals("viewer"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    call(api, "PATCH /api/company/members/{id}", Map.of("role", "member"), viewer);
    call(api, "DELETE /api/company/members/{id}", null, viewer);
    OpenFeatures.grant(
        database,
        company.id(),
        FeatureKey.API_ACCESS,
        FeatureKey.CUSTOM_PERSONAS,
        FeatureKey.CUSTOM_INTEGRATIONS,
        FeatureKey.ADVANCED_ANALYTICS);
    var key =
        call(
            api,
            "POST /api/company/api-keys",
            Map.of("name", "nightly build", "scopes", List.of("tests:read", "tests:write")));
    call(api, "GET /api/company/api-keys", null);
    call(api, "DELETE /api/company/api-keys/{id}", null, key.at("/data/id"));
  }

  private void hearOfThings(ApiClient api) {
    call(api, "GET /api/notifications", null);
    call(api, "POST /api/notifications/read", Map.of());
    call(api, "GET /api/notifications/preferences", null);
    call(
        api,
        "PUT /api/notifications/preferences",
        Map.of(
            "kinds",
            Map.of("tests", Map.of("inApp", true, "mail", "now")),
            "digestHour",
            7,
            "timeZone",
            "Europe/Berlin"));
    String receiver = "http://127.0.0.1:" + port + "/hooks/hitlai";
    var events = List.of("test.completed", "finding.critical");
    var made =
        call(
            api,
            "POST /api/company/webhooks",
            Map.of("url", receiver, "description", "nightly build", "events", events));
    String id = made.at("/data/webhook/id");
    call(api, "GET /api/company/webhooks", null);
    call(api, "GET /api/company/webhooks/{id}", null, id);
    call(api, "PATCH /api/company/webhooks/{id}", Map.of("active", true), id);
    call(api, "POST /api/company/webhooks/{id}/secret", null, id);
    var sent = call(api, "POST /api/company/webhooks/{id}/test", null, id);
    call(api, "GET /api/company/webhooks/{id}/deliveries", null, id);
    call(
        api,
        "POST /api/company/webhooks/{id}/deliveries/{delivery}/resend",
        null,
        id,
        sent.at("/data/id"));
    call(api, "DELETE /api/company/webhooks/{id}", null, id);
    call(
        api,
        "PUT /api/company/slack",
        Map.of("url", receiver + "/services/T0/B0/x", "events", events, "active", true));
    call(api, "GET /api/company/slack", null);
    call(api, "POST /api/company/slack/test", null);
    call(api, "DELETE /api/company/slack", null);
  }

  private void watchOverThings(ApiClient api) {
    var made =
        call(
            api,
            "POST /api/health/endpoints",
            Map.of(
                "endpoint", "/health",
                "name", "Shop",
                "url", "http://127.0.0.1:9/health",
                "intervalSeconds", 60,
                "conditions",
                    List.of(Map.of("kind", "json_equals", "path", "/status", "value", "ok"))));
    String id = made.at("/data/id");
    call(api, "GET /api/health/endpoints", null);
    call(api, "GET /api/health/endpoints/{id}", null, id);
    call(api, "PATCH /api/health/endpoints/{id}", Map.of("failureThreshold", 3), id);
    call(api, "POST /api/health/check", null);
    call(api, "GET /api/health/endpoints/{id}/checks", null, id);
    call(api, "GET /api/health/endpoints/{id}/changes", null, id);
    call(api, "GET /api/health/endpoints/{id}/uptime", null, id);
    call(api, "GET /api/health/sla", null);
    call(api, "GET /api/health/sla.csv", null);
    call(api, "DELETE /api/health/endpoints/{id}", null, id);
  }

  private void lookAfterOutages() {
    var admin = new TestAccounts(port).admin(database).api();
    var opened =
        call(
            admin,
            "POST /api/health/incidents",
            Map.of(
                "title",
                "Reports load slowly",
                "type",
                "degraded_performance",
                "severity",
                "minor",
                "message",
                "We see it and look for the cause.",
                "isPublic",
                true));
    String id = opened.at("/data/id");
    call(admin, "GET /api/health/incidents", null);
    call(admin, "PATCH /api/health/incidents/{id}", Map.of("affectedCompanies", 3), id);
    call(
        admin,
        "POST /api/health/incidents/{id}/updates",
        Map.of("status", "identified", "message", "An index is missing.", "isPublic", true),
        id);
    call(admin, "POST /api/health/incidents/{id}/owner", new LinkedHashMap<>(), id);
    String same =
        admin
            .post(
                "/api/health/incidents",
                Map.of(
                    "title",
                    "Exports are slow",
                    "type",
                    "degraded_performance",
                    "severity",
                    "minor",
                    "message",
                    "The same, most likely."))
            .at("/data/id");
    call(admin, "POST /api/health/incidents/{id}/merge", Map.of("into", id), same);
    admin.post(
        "/api/health/incidents/" + id + "/updates",
        Map.of("status", "resolved", "message", "The index is there.", "isPublic", true));
    call(
        admin,
        "POST /api/health/incidents/{id}/postmortem",
        Map.of(
            "rootCause", "A table grew past what the cache holds.",
            "resolutionSteps", "An index; a test with a million rows.",
            "publish", true),
        id);
    call(admin, "GET /api/health/incidents/{id}", null, id);
    planMaintenance(admin);
    raiseAlarms(admin);
    subscribe(admin);
  }

  private void planMaintenance(ApiClient admin) {
    var start = clock.instant().plus(Duration.ofDays(3));
    Map<String, Object> plan =
        Map.of(
            "title", "New disks",
            "impact", "degraded_performance",
            "start", start.toString(),
            "end", start.plusSeconds(3600).toString(),
            "publicMessage", "Pages load slowly for an hour.");
    String id = call(admin, "POST /api/health/maintenance", plan).at("/data/id");
    call(admin, "GET /api/health/maintenance", null);
    call(admin, "GET /api/health/maintenance/{id}", null, id);
    call(admin, "PUT /api/health/maintenance/{id}", plan, id);
    call(admin, "POST /api/health/maintenance/{id}/begin", null, id);
    call(admin, "POST /api/health/maintenance/{id}/end", null, id);
    String other = admin.post("/api/health/maintenance", plan).at("/data/id");
    call(admin, "POST /api/health/maintenance/{id}/cancel", null, other);
  }

  private void raiseAlarms(ApiClient admin) {
    Map<String, Object> rule =
        Map.of(
            "name", "Slow answers",
            "metric", "response_time",
            "operator", "greater_than",
            "threshold", 3000,
            "durationMinutes", 5,
            "severity", "warning",
            "notifyEmails", List.of("ops@example.org"));
    String id = call(admin, "POST /api/health/alert-rules", rule).at("/data/rule/id");
    call(admin, "GET /api/health/alert-rules", null);
    call(admin, "GET /api/health/alert-rules/{id}", null, id);
    call(admin, "PUT /api/health/alert-rules/{id}", rule, id);
    call(admin, "POST /api/health/alert-rules/dry-run", Map.of("rule", rule, "hours", 6));
    database.asSystem(
        sql ->
            sql.execute(
                "insert into apihealth.api_endpoint_configs (endpoint, display_name, target_url)"
                    + " values (?, 'Example', 'http://127.0.0.1:9/')",
                "/" + UUID.randomUUID()));
    call(admin, "POST /api/health/alert-rules/{id}/test", null, id);
    call(admin, "GET /api/health/alert-rules/history", null);
    call(admin, "DELETE /api/health/alert-rules/{id}", null, id);
  }

  private void subscribe(ApiClient admin) {
    var visitor = ApiClient.at(port);
    String email = TestAccounts.email();
    call(visitor, "POST /api/health/subscriptions", Map.of("email", email, "minSeverity", "major"));
    var token = mails().token(email, "/status/subscriptions/confirm/");
    var confirmed =
        call(visitor, "POST /api/health/subscriptions/confirmation", Map.of("token", token));
    String id = confirmed.at("/data/id");
    call(admin, "GET /api/health/subscriptions", null);
    call(admin, "POST /api/health/subscriptions/{id}/pause", null, id);
    call(admin, "POST /api/health/subscriptions/{id}/resume", null, id);
    String end =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select unsubscribe_token from apihealth.api_status_subscriptions where id"
                            + " = ?::uuid",
                        id)
                    .get(0, String.class));
    call(visitor, "POST /api/health/subscriptions/end", Map.of("token", end));
    call(admin, "DELETE /api/health/subscriptions/{id}", null, id);
  }

  private void keepDrafts(ApiClient api) {
    call(api, "GET /api/personas", null);
    describeAPersona(api);
    var draft = call(api, "POST /api/test-requests", ASKED);
    String id = draft.at("/data/id");
    call(api, "GET /api/test-requests", null);
    call(api, "GET /api/test-requests/{id}", null, id);
    call(api, "PUT /api/test-requests/{id}", ASKED, id);
    call(api, "DELETE /api/test-requests/{id}", null, id);
  }

  private void describeAPersona(ApiClient api) {
    var persona =
        Map.of(
            "name", "night_nurse",
            "label", "Nurse on a night shift",
            "age", 38,
            "techLiteracy", "medium",
            "eyesight", "normal",
            "navigation", "thumb",
            "patience", 3,
            "needs", List.of("short forms"),
            "slowNetwork", true);
    call(api, "POST /api/personas", persona);
    call(api, "PUT /api/personas", persona);
    call(api, "DELETE /api/personas/{name}", null, "night_nurse");
  }

  private void testASite(ApiClient api) {
    String run = call(api, "POST /api/test/execute", ASKED).at("/testRunId");
    var events = call(api, "GET /api/test-runs/{id}/events", null, run);
    assertThat(events.text()).contains("event:done");
    call(api, "GET /api/test-runs", null);
    var full = call(api, "GET /api/test-runs/{id}", null, run);
    call(api, "GET /api/test-runs/{id}/report.{format}", null, run, "json");
    call(
        api,
        "GET /api/artifacts/{id}",
        null,
        full.at("/data/steps/0/screenshot").replace("/api/artifacts/", ""));
    call(
        api,
        "POST /api/test-runs/{id}/rate",
        Map.of("rating", 4, "feedback", "It found what our customers told us."),
        run);
    var link = call(api, "POST /api/test-runs/{id}/share", Map.of("expiresInDays", 7), run);
    call(api, "GET /api/test-runs/{id}/share", null, run);
    call(api, "DELETE /api/test-runs/{id}/share/{link}", null, run, link.at("/data/id"));
    var finding = call(api, "GET /api/findings", null).at("/data/0/id");
    call(api, "GET /api/findings/{id}", null, finding);
    call(api, "PATCH /api/findings/{id}", Map.of("verdict", "confirmed"), finding);
    call(api, "GET /api/company/stats", null);
    call(api, "GET /api/company/analytics", null);
    String another = api.post("/api/test-requests", ASKED).at("/data/testRunIds/0");
    call(api, "POST /api/test-runs/{id}/cancel", null, another);
    call(api, "POST /api/test-runs/{id}/retry", null, another);
  }

  private void beATester(ApiClient company) {
    var made =
        ApiClient.at(port)
            .post(
                "/api/auth/signup",
                Map.of(
                    "email", TestAccounts.email(),
                    "password", TestAccounts.PASSWORD,
                    "displayName", "Tess Tester",
                    "techLiteracy", "high",
                    "locationCountry", "AQ"));
    var tester = ApiClient.at(port).as(made.at("/access_token"));
    call(tester, "GET /api/tester/profile", null);
    offerATest(company);
    var open = call(tester, "GET /api/tester/assignments", null);
    String refused = open.at("/data/0/id");
    call(
        tester,
        "POST /api/tester/assignments/{id}/decline",
        Map.of("reason", "I am on holiday."),
        refused);
    String run = offerATest(company);
    String id = tester.get("/api/tester/assignments").at("/data/0/id");
    call(tester, "POST /api/tester/assignments/{id}/accept", null, id);
    call(tester, "POST /api/tester/assignments/{id}/start", null, id);
    call(
        tester,
        "POST /api/tester/assignments/{id}/own-findings",
        Map.of(
            "issues",
            List.of(
                Map.of(
                    "title", "The returns link hides at the bottom",
                    "description", "I had to scroll through four screens to find it.",
                    "severity", "medium",
                    "category", "navigation"))),
        id);
    var full = call(tester, "GET /api/tester/assignments/{id}", null, id);
    call(
        tester,
        "POST /api/test-runs/{id}/submit",
        Map.of(
            "outcome",
            "done",
            "sentimentScore",
            0.5,
            "positives",
            "The texts are friendly.",
            "recommendations",
            "Put returns into the menu.",
            "aiVerdicts",
            List.of(
                Map.of(
                    "issueId", full.at("/data/aiFindings/0/id"),
                    "verdict", "approve",
                    "reasoning", "I could hardly read it."))),
        run);
  }

  /** A hybrid test whose AI part is done, offered to the one who lives where nobody else does. */
  private String offerATest(ApiClient company) {
    var asked = new java.util.HashMap<String, Object>(ASKED);
    asked.put("testType", "hybrid");
    asked.put("testerRequirements", Map.of("countries", List.of("AQ")));
    String run = company.post("/api/test/execute", asked).at("/testRunId");
    assertThat(company.get("/api/test-runs/" + run + "/events").text()).contains("event:done");
    Tenancy.run(Actor.system("test"), () -> offers.topUp(UUID.fromString(run)));
    return run;
  }

  private void earnAsATester() {
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
  }

  private void lookAfterMoney(TestAccounts.Company company) {
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

  private void climb(TestAccounts.Company company) {
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

  private void joinWithAnAccount(ApiClient company) {
    var colleague = new TestAccounts(port).company().owner();
    company.post("/api/company/members", Map.of("email", colleague.email(), "role", "member"));
    call(
        colleague.api(),
        "POST /api/auth/invitation",
        Map.of("token", mails().token(colleague.email(), "/invitation/")));
  }

  private void keepAnAccountSafe() {
    var visitor = ApiClient.at(port);
    var person = new TestAccounts(port).tester();
    var api = person.api();
    var password = Map.of("currentPassword", TestAccounts.PASSWORD);
    call(api, "POST /api/auth/verify-email/resend", null);
    String proof = mails().token(person.email(), "/verify-email/");
    call(visitor, "POST /api/auth/verify-email", Map.of("token", proof));
    var address = new LinkedHashMap<String, Object>(password);
    address.put("email", "tess@tester.example");
    call(api, "POST /api/auth/email", address);
    String key = call(api, "POST /api/auth/mfa/enrol", null).at("/data/key");
    var authenticator = new Authenticator(key, clock);
    call(api, "POST /api/auth/mfa/confirm", Map.of("code", authenticator.code()));
    call(api, "GET /api/auth/mfa", null);
    var half =
        visitor.post(
            "/api/auth/login", Map.of("email", person.email(), "password", TestAccounts.PASSWORD));
    clock.advance(Duration.ofSeconds(31));
    call(
        visitor,
        "POST /api/auth/mfa/verify",
        Map.of("mfaToken", half.at("/details/mfaToken"), "code", authenticator.code()));
    clock.advance(Duration.ofSeconds(31));
    call(api, "POST /api/auth/mfa/recovery-codes", Map.of("code", authenticator.code()));
    clock.advance(Duration.ofSeconds(31));
    var disabling = new LinkedHashMap<String, Object>(password);
    disabling.put("code", authenticator.code());
    call(api, "POST /api/auth/mfa/disable", disabling);
    var sessions = call(api, "GET /api/auth/sessions", null);
    call(api, "DELETE /api/auth/sessions/{id}", null, sessions.at("/data/0/id"));
    call(api, "DELETE /api/auth/sessions", null);
    call(visitor, "POST /api/auth/password/forgot", Map.of("email", person.email()));
    call(
        visitor,
        "POST /api/auth/password/reset",
        Map.of(
            "token",
            mails().token(person.email(), "/password/reset/"),
            "password",
            "an even longer sentence"));
  }

  private void haveAnAccountErased() {
    var person = new TestAccounts(port).tester();
    var api = person.api();
    var password = Map.of("currentPassword", TestAccounts.PASSWORD);
    call(api, "GET /api/auth/account/export", null);
    call(api, "GET /api/auth/account/erasure", null);
    call(api, "POST /api/auth/account/erasure", password);
    call(
        ApiClient.at(port),
        "POST /api/auth/account/erasure/cancel",
        Map.of("token", mails().token(person.email(), "/keep-account/")));
    api.post("/api/auth/account/erasure", password);
    call(api, "DELETE /api/auth/account/erasure", null);
  }

  private Mailbox mails() {
    return new Mailbox(database);
  }

  /** Carries out an operation and writes it down; {@code variables} go into its path in order. */
  private ApiClient.Answer call(
      ApiClient api, String operation, @Nullable Object body, String... variables) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    for (String variable : variables) {
      path = path.replaceFirst("\\{[^}]+}", variable);
    }
    var answer = executed.call(api, operation, path, body, "http://127.0.0.1:" + port);
    assertThat(answer.status()).as(operation + ": " + answer.text()).isBetween(200, 299);
    return answer;
  }
}

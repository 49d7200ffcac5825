package dev.hitlai.api;

import dev.hitlai.identity.FeatureKey;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Authenticator;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Accounts, companies, members, keys and what people are told. */
final class AccountExamples extends ExampleCalls {
  private final TestDatabase database;
  private final SettableClock clock;

  AccountExamples(int port, ExampleBook executed, TestDatabase database, SettableClock clock) {
    super(port, executed);
    this.database = database;
    this.clock = clock;
  }

  TestAccounts.Company signUpAndLogIn() {
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

  void lookAfterTheCompany(TestAccounts.Company company) {
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

  void hearOfThings(ApiClient api) {
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

  void joinWithAnAccount(ApiClient company) {
    var colleague = new TestAccounts(port).company().owner();
    company.post("/api/company/members", Map.of("email", colleague.email(), "role", "member"));
    call(
        colleague.api(),
        "POST /api/auth/invitation",
        Map.of("token", mails().token(colleague.email(), "/invitation/")));
  }

  void keepAnAccountSafe() {
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

  void haveAnAccountErased() {
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

  /** Somebody in one company founds another. */
  void foundACompany() {
    var api = new TestAccounts(port).company().api();
    var made =
        call(
            api,
            "POST /api/auth/companies",
            Map.of("companyName", "Second Shop", "companySize", "1-10", "industry", "retail"));
    call(api.with("X-Company-Id", made.at("/data/id")), "GET /api/auth/companies", null);
  }

  private Mailbox mails() {
    return new Mailbox(database);
  }
}

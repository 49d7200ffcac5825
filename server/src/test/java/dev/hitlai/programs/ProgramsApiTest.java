package dev.hitlai.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.programs.internal.Redeemable;
import dev.hitlai.testers.ProgramTerms;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The programs by their API: rules of applying, codes, terms that follow. */
@PlatformTest
class ProgramsApiTest {
  private static final AtomicInteger ADDRESS = new AtomicInteger();

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired SettableClock clock;
  @Autowired ProgramTerms terms;

  private TestAccounts accounts;
  private ApiClient admin;
  private Mailbox mails;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
    admin = TestAdmin.api(database, port);
    mails = new Mailbox(database);
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void letsFiveApplicationsInAnHourInFromOneAddress() {
    var visitor = visitor();
    for (int i = 0; i < 5; i++) {
      assertThat(visitor.post("/api/early-adopter/apply", Map.of()).status()).isEqualTo(400);
    }
    var refused = visitor.post("/api/early-adopter/apply", Map.of());
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.at("/code")).isEqualTo("RATE_LIMIT_EXCEEDED");
    assertThat(visitor.post("/api/founding-tester/apply", Map.of()).status())
        .as("the other form has a limit of its own")
        .isEqualTo(400);
    assertThat(visitor().post("/api/early-adopter/apply", Map.of()).status())
        .as("so has another address")
        .isEqualTo(400);
  }

  @Test
  void takesOneOpenApplicationOfAnAddressAndAnotherThirtyDaysAfterARejection() {
    String email = TestAccounts.email();
    String id = apply(company(email));
    var twice = visitor().post("/api/early-adopter/apply", company(email.toUpperCase()));
    assertThat(twice.status()).as(twice.text()).isEqualTo(409);
    assertThat(review(id, "reject", "").status()).as("a reason is needed").isEqualTo(400);
    assertThat(review(id, "reject", "We look for shops only.").status()).isEqualTo(200);
    var again = visitor().post("/api/early-adopter/apply", company(email));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("/details/reapplyAfter")).isNotEmpty();
    assertThat(again.at("/error")).contains("You can apply again from");
    assertThat(mails.subjects(email))
        .containsExactly("We have your application", "We can't take your application");
    clock.advance(Duration.ofDays(30).plusMinutes(1));
    assertThat(visitor().post("/api/early-adopter/apply", company(email)).status()).isEqualTo(201);
  }

  @Test
  void readsEveryNameOfAFieldAndSaysWhatIsWrong() {
    var body = new LinkedHashMap<String, Object>(company(TestAccounts.email()));
    body.put("selectedTier", body.remove("tier"));
    body.put("currentApproach", body.remove("currentTestingApproach"));
    body.put("monthlyTestVolume", 120);
    String id = apply(body);
    var one = admin.get("/api/admin/applications/" + id);
    assertThat(one.at("/data/answers/currentTestingApproach")).startsWith("Two people");
    assertThat(one.at("/data/answers/monthlyTestVolume")).isEqualTo("120");
    assertThat(one.json().at("/data/priorityScore").asInt()).isBetween(51, 100);
    body.put("email", "nobody");
    body.put("selectedTier", "best");
    var refused = visitor().post("/api/early-adopter/apply", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/details/email")).isEqualTo("must be an e-mail address");
    assertThat(refused.at("/details/tier")).contains("founding_partner");
    body.put("companySize", List.of(List.of(1)));
    assertThat(visitor().post("/api/early-adopter/apply", body).status()).isEqualTo(400);
  }

  @Test
  void aCodeWorksOnceForOneCompanyAndEveryQuoteShowsIt() {
    String email = TestAccounts.email();
    String id = apply(company(email));
    assertThat(review(id, "approve", "").status()).isEqualTo(200);
    String first = code(email);
    String link = mails.path(email, "/application/").substring("/application/".length());
    assertThat(visitor().post("/api/applications/" + link + "/code", Map.of()).status())
        .isEqualTo(200);
    String second = code(email);
    assertThat(second).isNotEqualTo(first);
    var company = accounts.company();
    assertThat(redeem(company, first).status()).as("replaced").isEqualTo(409);
    assertThat(redeem(company, "HK-AAAAA-AAAAA-AAAAA-AAAAA").status()).isEqualTo(400);
    var redeemed = redeem(company, second.toLowerCase().replace("-", " "));
    assertThat(redeemed.status()).as(redeemed.text()).isEqualTo(200);
    assertThat(redeemed.at("/data/commitmentStatus")).isEqualTo("open");
    assertThat(redeem(accounts.company(), second).status()).as("used").isEqualTo(409);
    assertThat(redeem(accounts.tester(), second).status()).isEqualTo(403);
    var status = visitor().get("/api/applications/" + link);
    assertThat(status.json().at("/data/joined").asBoolean()).isTrue();
    assertThat(visitor().post("/api/applications/" + link + "/withdrawal", Map.of()).status())
        .isEqualTo(409);

    var draft =
        company
            .api()
            .post(
                "/api/test-requests",
                Map.of(
                    "url", "https://shop.example/",
                    "mission", "Find out how to return a product",
                    "testType", "ai_only",
                    "persona", "senior_casual"));
    assertThat(draft.status()).as(draft.text()).isEqualTo(201);
    assertThat(Redeemable.quoteOf(database, draft.at("/data/id")))
        .as("a beta user's test in phase 1: 5 × 0.90")
        .contains("4.50");
    assertThat(company.api().get("/api/company/program").at("/data/tier")).isEqualTo("beta_user");
  }

  @Test
  void tellsTheCompanysProgramsWhenItIsOneOfOurs() {
    var company = accounts.company();
    String id = apply(company.api(), company(TestAccounts.email()));
    review(id, "approve", "");
    var told =
        database.asSystem(
            sql ->
                sql.fetch(
                        "select event from notifications.notifications where user_id = ? and kind ="
                            + " 'programs' order by created_at",
                        company.owner().id())
                    .getValues(0, String.class));
    assertThat(told).containsExactly("application.submitted", "application.approved");
  }

  @Test
  void aTesterJoinsByTheLinkAndEarnsTheShareOfTheTier() {
    String email = TestAccounts.email();
    var applied = visitor().post("/api/founding-tester/apply", tester(email));
    assertThat(applied.status()).as(applied.text()).isEqualTo(201);
    assertThat(applied.json().path("nextSteps").size()).isPositive();
    assertThat(review(applied.at("/applicationId"), "approve", "").status()).isEqualTo(200);
    var tester = accounts.tester();
    assertThat(tester.api().get("/api/tester/program").status()).isEqualTo(404);
    String path = "/api" + applied.at("/statusPath").replace("/application/", "/applications/");
    var joined = tester.api().post(path + "/joining", Map.of());
    assertThat(joined.status()).as(joined.text()).isEqualTo(200);
    assertThat(tester.api().post(path + "/joining", Map.of()).status()).isEqualTo(409);
    var program = tester.api().get("/api/tester/program");
    assertThat(program.json().at("/data/revenueShare").decimalValue()).isEqualByComparingTo("0.32");
    UUID row = Redeemable.roster(database, tester.id());
    assertThat(terms.shareOf(row)).isEqualByComparingTo("0.32");
    assertThat(terms.trainingBonusOf(row)).isEqualByComparingTo("2.00");
    assertThat(terms.referralBonusFor(row)).as("not for the beta tier").isZero();
    clock.advance(Duration.ofDays(366));
    assertThat(terms.shareOf(row)).as("after the first year").isEqualByComparingTo("0.30");
  }

  @Test
  void refusesLinksThatAreNotOurs() {
    for (String token : List.of("x", "0".repeat(32) + "." + "A".repeat(43))) {
      assertThat(visitor().get("/api/applications/" + token).status()).isEqualTo(404);
      assertThat(visitor().post("/api/applications/" + token + "/withdrawal", Map.of()).status())
          .isEqualTo(404);
    }
    assertThat(admin.get("/api/admin/applications?status=good").status()).isEqualTo(400);
    assertThat(admin.get("/api/admin/applications?type=early_adopter&status=pending").status())
        .isEqualTo(200);
  }

  /** Each from an address of its own, since applications are limited by address. */
  private ApiClient visitor() {
    return ApiClient.at(port).with("X-Forwarded-For", "203.0.113." + ADDRESS.incrementAndGet());
  }

  private String apply(Map<String, ?> body) {
    return apply(visitor(), body);
  }

  private String apply(ApiClient as, Map<String, ?> body) {
    var answer =
        as.with("X-Forwarded-For", "198.51.100." + ADDRESS.incrementAndGet())
            .post("/api/early-adopter/apply", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("/applicationId");
  }

  private ApiClient.Answer review(String id, String action, String reason) {
    return admin.post(
        "/api/admin/applications/" + id + "/review", Map.of("action", action, "reason", reason));
  }

  private static ApiClient.Answer redeem(TestAccounts.Company company, String code) {
    return company.api().post("/api/discounts/redeem", Map.of("code", code));
  }

  private static ApiClient.Answer redeem(TestAccounts.Person person, String code) {
    return person.api().post("/api/discounts/redeem", Map.of("code", code));
  }

  private String code(String email) {
    return mails.token(email, "/early-adopter/invitation?code=");
  }

  static Map<String, Object> company(String email) {
    return Map.of(
        "companyName", "Shop Example",
        "contactName", "Grace Hopper",
        "email", email,
        "tier", "beta_user",
        "companySize", "11-50",
        "industry", "retail",
        "website", "https://shop.example",
        "monthlyTestVolume", "50-99",
        "currentTestingApproach", "Two people click through the shop before each release.",
        "whyInterested", "We lose customers in the checkout and want to see where.");
  }

  static Map<String, Object> tester(String email) {
    return Map.of(
        "fullName",
        "Tess Tester",
        "email",
        email,
        "tier",
        "beta_tester",
        "yearsExperience",
        6,
        "specialties",
        List.of("accessibility", "forms"),
        "platforms",
        "Android, Firefox",
        "availabilityHours",
        12,
        "whyInterested",
        "I find what others overlook, and I like to see it mended.");
  }
}

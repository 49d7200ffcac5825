package dev.hitlai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.hitlai.billing.Charges;
import dev.hitlai.billing.Earnings;
import dev.hitlai.demosite.DemoShop;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.internal.people.Offers;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A hybrid test in browsers, by a company and three testers, on the demo shop. */
@PlatformTest
class HybridEndToEndTest {
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  /** Where nobody else lives, so that nobody else is asked. */
  private static final String COUNTRY = "BV";

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired Offers offers;
  @Autowired Charges charges;
  @Autowired Earnings earnings;

  private TestAccounts accounts;
  private TestAccounts.Company company;

  @BeforeEach
  void signUp() {
    accounts = new TestAccounts(port);
    company = accounts.company();
    // Every finding that isn't certain is looked at, so that there is something to disagree on.
    database.asSystem(
        sql ->
            sql.execute(
                "update identity.companies set review_sample_rate = 1 where id = ?", company.id()));
  }

  @Test
  void companyAiAndThreePeopleComeToOneReportAndTheBooksAddUp() {
    var first = tester("First Tester");
    var second = tester("Second Tester");
    var third = tester("Third Tester");
    // What the AI is least sure of takes one who is known to know.
    database.asSystem(
        sql ->
            sql.execute(
                "update testers.human_testers set is_expert = true where user_id = ?", third.id()));
    try (var shop = DemoShop.start(0, false)) {
      String test = request(shop.url());
      String run = test.substring(test.lastIndexOf('/') + 1);
      assertThat(company.api().get("/api/test-runs/" + run + "/events").text())
          .contains("event:done");
      assertThat(status(run)).isEqualTo("hitl_paused");
      offer(run);
      String disputed = carryOut(first, run, null);
      carryOut(second, run, disputed);
      assertThat(status(run)).isEqualTo("hitl_paused");
      offer(run);
      review(third, run);
      assertThat(status(run)).isEqualTo("completed");
      showsBothSides(test);
      addsUp(run, first, second, third);
    }
  }

  private String request(String url) {
    try (var page = signedIn(company.owner()).open("/company/tests/new", 1440, ColorScheme.LIGHT)) {
      Page tab = page.tab();
      tab.fill("[name=url]", url);
      tab.fill("[name=mission]", "Find out how to return a product");
      tab.check("[name=personas][value=young_power_user]");
      tab.check("[name=testType][value=hybrid]");
      tab.click("summary");
      tab.fill("[name=testers]", "2");
      tab.fill("[name=countries]", COUNTRY);
      page.assertAccessible();
      tab.click("main form button.button-primary");
      tab.waitForURL("**/company/tests/*-*");
      return java.net.URI.create(tab.url()).getPath();
    }
  }

  /**
   * @param contradicted a finding that this tester calls no problem; null to call all true
   * @return a finding of the AI that was judged
   */
  private String carryOut(TestAccounts.Person tester, String run, String contradicted) {
    try (var page = signedIn(tester).open("/tester/dashboard", 1440, ColorScheme.LIGHT)) {
      Page tab = page.tab();
      page.assertAccessible();
      tab.click("button:has-text('Accept')");
      tab.click("button:has-text('Begin the test')");
      tab.waitForURL("**/execute");
      tab.click("button:has-text('Add a finding')");
      tab.fill("[name='findings.0.title']", "The delivery address has to be typed twice");
      tab.fill("[name='findings.0.description']", "Once for the parcel, once for the bill.");
      tab.waitForSelector("#draft-state:has-text('Saved.')");
      tab.reload();
      assertThat(tab.inputValue("[name='findings.0.title']")).contains("typed twice");
      handsInNothingHalf(tester, java.net.URI.create(tab.url()).getPath());
      tab.selectOption("[name='findings.0.severity']", "medium");
      tab.selectOption("[name='findings.0.category']", "forms");
      tab.setInputFiles("[name='picture.0']", new FilePayload("shot.png", "image/png", PICTURE));
      tab.click("button:has-text('Keep the picture')");
      tab.waitForSelector("img[alt='Your picture of finding 1']");
      page.assertAccessible();
      assertThat(tab.locator("#ai-findings").count()).isZero();
      confirmed(tab, "button[name=action][value=close]");
      tab.waitForSelector("#ai-findings");
      page.assertAccessible();
      String judged = judge(tab, contradicted);
      tab.check("[name=outcome][value=done]");
      tab.check("[name=sentiment][value='0.75']");
      tab.fill("[name=positives]", "The search is fast.");
      tab.click("button:has-text('Hand it in')");
      tab.waitForSelector("text=Handed in. Thank you!");
      return judged;
    }
  }

  /** A list that lacks something isn't closed, and nothing of it is lost. */
  private void handsInNothingHalf(TestAccounts.Person tester, String path) {
    try (var page = signedIn(tester).open(path, 1440, ColorScheme.LIGHT)) {
      confirmed(page.tab(), "button[name=action][value=close]");
      page.tab().waitForSelector("text=Choose how bad it is");
      assertThat(page.tab().inputValue("[name='findings.0.title']")).contains("typed twice");
    }
  }

  private static void confirmed(Page tab, String button) {
    tab.click(button);
    tab.click("dialog[open] button[value=yes]");
  }

  private static String judge(Page tab, String contradicted) {
    String judged = null;
    var needed = new ArrayList<String>();
    for (var select : tab.locator("#ai-findings select[name$='.verdict'][required]").all()) {
      needed.add(select.getAttribute("name"));
    }
    assertThat(needed).isNotEmpty();
    for (String name : needed) {
      String id = name.substring("verdicts.".length(), name.length() - ".verdict".length());
      boolean against = id.equals(contradicted);
      tab.selectOption("[name='" + name + "']", against ? "false_positive" : "approve");
      if (against) {
        tab.fill("[name='verdicts." + id + ".reasoning']", "It is meant to be like that.");
      }
      judged = judged == null ? id : judged;
    }
    return judged;
  }

  private void review(TestAccounts.Person tester, String run) {
    try (var page = signedIn(tester).open("/tester/review", 390, ColorScheme.DARK)) {
      Page tab = page.tab();
      page.assertAccessible();
      tab.click("button:has-text('Accept')");
      tab.waitForURL("**/tester/dashboard");
      tab.navigate("/tester/review");
      tab.click("button:has-text('Begin the review')");
      tab.waitForURL("**/tester/review/*-*");
      assertThat(tab.content()).contains("Tester 1 says approve", "It is meant to be like that.");
      page.assertAccessible();
      for (int left = tab.locator("main article form").count(); left > 0; left--) {
        assertThat(tab.locator("main article form").count()).isEqualTo(left);
        tab.locator("select[name=verdict]").first().selectOption("approve");
        tab.locator("textarea[name=reasons]").first().fill("The rule is clear about it.");
        tab.locator("main article form button[type=submit]").first().click();
        int next = left - 1;
        tab.waitForCondition(() -> tab.locator("main article form").count() == next);
      }
      assertThat(tab.content()).contains("Everybody concerned is told why.");
    }
  }

  private void showsBothSides(String test) {
    var pages = signedIn(company.owner());
    try (var page = pages.open(test, 1440, ColorScheme.LIGHT)) {
      assertThat(page.tab().content())
          .contains("AI and people, side by side", "Tester 2", "typed twice", "missed");
      page.assertAccessible();
    }
    for (String path : List.of(test + "/compare", "/company/ai-vs-human")) {
      try (var page = pages.open(path, 1440, ColorScheme.LIGHT)) {
        assertThat(page.tab().content()).contains("AI", "did better");
        page.assertAccessible();
      }
    }
    try (var page = pages.open(test + "/report", 1440, ColorScheme.LIGHT)) {
      assertThat(page.tab().content())
          .contains("AI and people, side by side", "The search is fast.", "typed twice");
    }
  }

  private void addsUp(String run, TestAccounts.Person... people) {
    assertThat(Tenancy.as(Actor.company(null, company.id()), () -> charges.balance(company.id())))
        .isEqualByComparingTo("-55.00");
    var expected = List.of("7.50", "7.50", "0.00");
    for (int i = 0; i < people.length; i++) {
      UUID tester = testerId(people[i]);
      BigDecimal available =
          Tenancy.as(Actor.tester(people[i].id(), tester), () -> earnings.balance(tester))
              .available();
      assertThat(available).as("tester " + (i + 1)).isEqualByComparingTo(expected.get(i));
    }
    assertThat(company.api().get("/api/test-runs/" + run).at("/data/run/costs/priceUsd"))
        .startsWith("55");
  }

  private void offer(String run) {
    Tenancy.run(Actor.system("test"), () -> offers.topUp(UUID.fromString(run)));
  }

  private String status(String run) {
    return company.api().get("/api/test-runs/" + run).at("/data/run/status");
  }

  private UUID testerId(TestAccounts.Person person) {
    return database.asSystem(
        sql ->
            sql.fetchOne("select id from testers.human_testers where user_id = ?", person.id())
                .get(0, UUID.class));
  }

  private TestAccounts.Person tester(String name) {
    String email = TestAccounts.email();
    var made =
        ApiClient.at(port)
            .post(
                "/api/auth/signup",
                Map.of(
                    "email", email,
                    "password", TestAccounts.PASSWORD,
                    "displayName", name,
                    "techLiteracy", "high",
                    "locationCountry", COUNTRY));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return accounts.login(email);
  }

  private Pages signedIn(TestAccounts.Person person) {
    return Pages.at(port).signedIn(person.email(), TestAccounts.PASSWORD);
  }
}

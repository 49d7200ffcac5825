package dev.hitlai.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.programs.internal.Redeemable;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.OpenPage;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the form to the discount in a quote, and from the form to vesting, in a browser. */
@PlatformTest
class ProgramPagesTest {
  private static final int DESK = 1440;
  private static final int PHONE = 390;

  @LocalServerPort int port;
  @Autowired TestDatabase database;

  private TestAccounts accounts;
  private TestAccounts.Person reviewer;
  private Mailbox mails;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
    reviewer = TestAdmin.make(database, port);
    mails = new Mailbox(database);
  }

  @Test
  void aCompanyAppliesIsApprovedRedeemsAndPaysThreeDollarsSeventyFiveForATest() {
    String email = TestAccounts.email();
    String name = "Shop " + UUID.randomUUID();
    String status = apply(email, name);
    Pages admin = Pages.at(port).signedIn(reviewer.email(), TestAccounts.PASSWORD);
    try (var page = admin.open("/admin/applications?q=" + email, DESK, ColorScheme.LIGHT)) {
      page.assertAccessible();
      page.tab().click("text=" + name);
      assertThat(page.tab().content()).contains("Priority", "50–99", "of 25", "Decide");
      page.assertAccessible();
      shot(page, "admin-application");
      page.tab().fill("[name=notes]", "Good fit");
      page.tab().click("button[value=approve]");
      page.tab().waitForSelector("text=is approved.");
      page.assertAccessible();
    }
    assertAccessible(Pages.at(port), status, "status-invited");
    String code = mails.token(email, "/early-adopter/invitation?code=");
    assertAccessible(Pages.at(port), "/early-adopter/invitation?code=" + code, "invitation");

    var company = accounts.company();
    Pages own = Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
    assertAccessible(own, "/company/program", "company-none");
    try (var page = own.open("/early-adopter/invitation?code=" + code, DESK, ColorScheme.LIGHT)) {
      page.tab().click("text=Redeem it for your company");
      page.tab().fill("[name=code]", "HK-wrong");
      page.tab().click("text=Redeem >> nth=-1");
      page.tab().waitForSelector("text=isn't one that we gave out");
      page.tab().fill("[name=code]", code);
      page.tab().click("text=Redeem >> nth=-1");
      page.tab().waitForSelector("text=25 % less from now on");
    }
    assertAccessible(own, "/company/program", "company-program");
    try (var page = own.open("/company/tests/new", DESK, ColorScheme.LIGHT)) {
      page.tab().fill("[name=url]", "https://shop.example/");
      page.tab().fill("[name=mission]", "Find out how to return a product");
      page.tab().waitForSelector("text=3.75");
    }
    assertThat(ApiClient.at(port).get("/early-adopter").text()).contains("of 10 left");
    var pdf = page(own, "/company/program/certificate");
    assertThat(pdf).startsWith("%PDF-");
    assertAccessible(admin, "/admin/applications/members", "admin-members");
    assertAccessible(admin, "/admin/applications", "admin-applications");
    assertAccessible(Pages.at(port), status, "status-joined");
  }

  /** Page by page, with a reload, a way back and an error between. */
  private String apply(String email, String name) {
    try (var page =
        Pages.at(port).open("/early-adopter?tier=founding_partner", PHONE, ColorScheme.DARK)) {
      Page tab = page.tab();
      page.assertAccessible();
      shot(page, "early-adopter");
      // The browser itself asks for what is missing; what it lets through, the server checks.
      tab.fill("[name=companyName]", name);
      tab.fill("[name=website]", "https://shop.example");
      tab.selectOption("[name=companySize]", "11-50");
      next(tab);
      tab.waitForURL("**?step=2*");
      tab.check("[name=tier][value=founding_partner]");
      tab.selectOption("[name=monthlyTestVolume]", "50-99");
      tab.fill("[name=whyInterested]", "We lose customers in the checkout and want to see where.");
      page.assertAccessible();
      next(tab);
      tab.waitForURL("**?step=3*");
      tab.navigate("/early-adopter");
      assertThat(tab.locator("[aria-current=step]").innerText()).contains("You");
      tab.click("button[value=back]");
      tab.waitForURL("**?step=2*");
      assertThat(tab.isChecked("[name=tier][value=founding_partner]")).isTrue();
      assertThat(tab.inputValue("[name=whyInterested]")).contains("checkout");
      next(tab);
      tab.waitForURL("**?step=3*");
      tab.fill("[name=contactName]", "Grace Hopper");
      tab.fill("[name=email]", email);
      page.assertAccessible();
      next(tab);
      tab.waitForURL("**/application-success*");
      page.assertAccessible();
      shot(page, "application-success");
      tab.click("text=See how it stands");
      tab.waitForURL("**/application/*");
      assertThat(tab.content()).contains("We are reading it", name);
      page.assertAccessible();
      String mailed = mails.path(email, "/application/");
      assertThat(tab.url()).endsWith(mailed);
      return mailed;
    }
  }

  @Test
  void anErrorKeepsWhatWasEntered() {
    try (var page = Pages.at(port).open("/early-adopter", DESK, ColorScheme.LIGHT)) {
      Page tab = page.tab();
      tab.fill("[name=companyName]", "Kept Ltd");
      tab.fill("[name=website]", "no address");
      tab.selectOption("[name=companySize]", "11-50");
      next(tab);
      tab.waitForSelector("text=must be a web address");
      page.assertAccessible(400);
      assertThat(tab.inputValue("[name=companyName]")).isEqualTo("Kept Ltd");
      tab.navigate("/early-adopter");
      assertThat(tab.inputValue("[name=website]")).as("after a reload").isEqualTo("no address");
      tab.click("button[value=discard]");
      tab.waitForURL("**/early-adopter*");
      assertThat(tab.inputValue("[name=companyName]")).isEmpty();
    }
  }

  private static void next(Page tab) {
    tab.click("#apply button[value=next]");
  }

  @Test
  void aTesterAppliesJoinsAndSeesWhatVests() {
    var tester = accounts.tester();
    Pages own = Pages.at(port).signedIn(tester.email(), TestAccounts.PASSWORD);
    assertAccessible(own, "/tester/program", "tester-none");
    assertAccessible(Pages.at(port), "/founding-tester", "founding-tester");
    database.asSystem(
        sql ->
            sql.execute(
                "update testers.human_testers set tests_completed = 60 where user_id = ?",
                tester.id()));
    var applied =
        tester
            .api()
            .post(
                "/api/founding-tester/apply",
                with(ProgramsApiTest.tester(tester.email()), "tier", "early_tester"));
    assertThat(applied.status()).as(applied.text()).isEqualTo(201);
    var decided =
        reviewer
            .api()
            .post(
                "/api/admin/applications/" + applied.at("/applicationId") + "/review",
                Map.of("action", "approve"));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    // Whoever was logged in when they applied is in with the approval.
    try (var page = own.open("/tester/program", DESK, ColorScheme.LIGHT)) {
      assertThat(page.tab().content()).contains("35 %", "0.01 %", "0.02 %", "$3.00", "40 tests");
    }
    assertAccessible(own, "/tester/program", "tester-program");
    assertThat(page(own, "/tester/program/certificates/50")).startsWith("%PDF-");
    assertThat(page(own, "/tester/program/certificate")).startsWith("%PDF-");
    assertThat(tester.api().get("/tester/program/certificates/100").status()).isEqualTo(404);
    assertThat(Redeemable.roster(database, tester.id())).isNotNull();
    assertAccessible(Pages.at(port), applied.at("/statusPath"), "status-tester");
  }

  @Test
  void showsLiveSpotsOnTheHomePageAndAtThePrices() {
    assertAccessible(Pages.at(port), "/", "home");
    assertAccessible(Pages.at(port), "/pricing", "pricing");
    assertThat(ApiClient.at(port).get("/").text()).contains("of 10 left", "of 20 left");
    assertThat(ApiClient.at(port).get("/pricing").text()).contains("of 150 left");
  }

  private static Map<String, Object> with(Map<String, Object> body, String name, String value) {
    var all = new java.util.LinkedHashMap<>(body);
    all.put(name, value);
    return all;
  }

  /** The beginning of a file, fetched with the browser's session. */
  private static String page(Pages pages, String path) {
    try (var page = pages.open("/notifications", DESK, ColorScheme.LIGHT)) {
      return new String(
          page.tab().request().get(path).body(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
  }

  private static void assertAccessible(Pages pages, String path, String name) {
    SoftAssertions.assertSoftly(
        softly -> {
          for (int width : new int[] {DESK, PHONE}) {
            var scheme = width == DESK ? ColorScheme.LIGHT : ColorScheme.DARK;
            softly
                .assertThatCode(
                    () -> {
                      try (var page = pages.open(path, width, scheme)) {
                        page.assertAccessible();
                        shot(page, name);
                      }
                    })
                .as(path + " at " + width)
                .doesNotThrowAnyException();
          }
        });
  }

  private static void shot(OpenPage page, String name) {
    String shots = System.getProperty("hitlai.shots");
    if (shots != null) {
      int width = page.tab().viewportSize().width;
      page.screenshot(Path.of(shots, name + "-" + width + ".png"));
    }
  }
}

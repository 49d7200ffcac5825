package dev.hitlai.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.identity.FeatureKey;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What later milestones open between a company and us. */
@PlatformTest
class RelationsTest {
  private static final Pattern CONVERSATION =
      Pattern.compile("/company/conversations/([0-9a-f-]{36})");

  @LocalServerPort int port;
  @Autowired TestDatabase database;

  private TestAccounts.Company company;
  private TestAccounts.Person manager;
  private Browser theirs;
  private Browser ours;

  @BeforeEach
  void meet() {
    company = new TestAccounts(port).company();
    OpenFeatures.grant(database, company.id(), FeatureKey.values());
    manager = TestAdmin.make(database, port);
    theirs = browser(company.owner());
    ours = browser(manager);
  }

  @Test
  void aMessageReachesTheAccountManagerAndTheAnswerComesBack() {
    String assign = "/admin/milestones/companies/" + company.id();
    ours.open(assign);
    ours.submit(
        assign + "/account-manager",
        Map.of("userId", manager.id() + "", "introduction", "I know shops."));
    assertThat(theirs.open("/company/account-manager").text())
        .contains(manager.email(), "I know shops.");
    theirs.submit("/company/account-manager", Map.of("subject", "Launch", "body", "Next week."));
    assertThat(manager.api().get("/api/notifications").text()).contains("Launch");
    var found = CONVERSATION.matcher(theirs.open("/company/account-manager").text());
    assertThat(found.find()).isTrue();
    String id = found.group(1);
    assertThat(ours.open("/admin/messages/" + id).text()).contains("Next week.");
    ours.submit("/admin/messages/" + id, Map.of("body", "We are ready."));
    assertThat(theirs.open("/company/conversations/" + id).text())
        .contains("We are ready.", "answered");
    var stranger = browser(new TestAccounts(port).company().owner());
    assertThat(stranger.open("/company/conversations/" + id).status()).isEqualTo(404);
  }

  @Test
  void anEmptyMessageKeepsWhatWasEntered() {
    theirs.open("/company/support");
    theirs.submit("/company/support", Map.of("subject", "What I typed", "body", " "));
    assertThat(theirs.open("/company/support").text())
        .contains("What I typed", "must have 1 to 5,000 characters");
  }

  @Test
  void partnersVoteOnceACompanyAndProposalsAreAnswered() {
    ours.open("/admin/roadmap");
    String title = "Item " + UUID.randomUUID();
    ours.submit("/admin/roadmap", Map.of("title", title, "description", ""));
    UUID item = one("select id from unlock.roadmap_items where title = ?", UUID.class, title);
    theirs.open("/company/partnership");
    for (int i = 0; i < 2; i++) {
      theirs.submit("/company/partnership/items/" + item + "/vote", Map.of("wanted", "true"));
    }
    assertThat(votes(item)).isOne();
    ours.submit("/admin/roadmap/" + item + "/status", Map.of("status", "shipped"));
    theirs.submit("/company/partnership/items/" + item + "/vote", Map.of("wanted", "false"));
    assertThat(votes(item)).as("decided items keep their votes").isOne();
    theirs.submit(
        "/company/partnership/requests", Map.of("title", "A plug-in", "description", "For us."));
    UUID request =
        one(
            "select id from unlock.development_requests where company_id = ?",
            UUID.class,
            company.id());
    ours.submit(
        "/admin/roadmap/requests/" + request,
        Map.of("status", "accepted", "answer", "We begin in May."));
    assertThat(theirs.open("/company/partnership").text()).contains("We begin in May.", "accepted");
  }

  private long votes(UUID item) {
    return one(
        "select count(*) from unlock.roadmap_votes where roadmap_item_id = ?", Long.class, item);
  }

  private <T> T one(String query, Class<T> type, Object parameter) {
    return database.asSystem(sql -> sql.fetchSingle(query, parameter).get(0, type));
  }

  private Browser browser(TestAccounts.Person person) {
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit("/login", Map.of("email", person.email(), "password", TestAccounts.PASSWORD));
    return browser;
  }
}

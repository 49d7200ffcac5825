package dev.hitlai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAccounts.Company;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class MembersTest {
  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  private TestAccounts accounts;
  private Mailbox mails;

  @BeforeEach
  void prepare() {
    mails = new Mailbox(database);
    accounts = new TestAccounts(port);
  }

  @Test
  void letsAnInvitedPersonJoinOnceInTheRoleTheyWereInvitedTo() {
    var company = accounts.company();
    var viewer = accounts.member(company, "viewer");
    assertThat(viewer.api().get("/api/company/settings").at("/data/id"))
        .isEqualTo(company.id().toString());
    assertThat(viewer.api().patch("/api/company/settings", Map.of("name", "Mine")).status())
        .isEqualTo(403);
  }

  @Test
  void letsAPersonWithAnAccountJoinWithOneClick() {
    var company = accounts.company();
    var colleague = accounts.company().owner();
    String path = invite(company, colleague.email());
    var browser = new Browser(ApiClient.at(port));
    assertThat(browser.open(path).text()).contains("Log in to join");
    browser.open("/login");
    browser.submit("/login", Map.of("email", colleague.email(), "password", TestAccounts.PASSWORD));
    browser.open(path);
    browser.submit(path.split("\\?", 2)[0] + "/join", Map.of());
    assertThat(browser.open("/company/settings/members").text())
        .as("the company that was joined is the one that pages are about")
        .contains(company.owner().email())
        .contains(colleague.email());
    assertThat(
            company
                .api()
                .post("/api/company/members", Map.of("email", colleague.email(), "role", "member"))
                .status())
        .as("a member is not invited")
        .isEqualTo(409);
  }

  @Test
  void joinsNobodyWithAnInvitationForSomebodyElse() {
    var company = accounts.company();
    String token = token(invite(company, TestAccounts.email()));
    var stranger = accounts.company().owner();
    assertThat(stranger.api().post("/api/auth/invitation", Map.of("token", token)).status())
        .isEqualTo(403);
  }

  @Test
  void confirmsTheAddressOfWhoeverComesFromTheMailOnly() {
    var company = accounts.company();
    String mailed = TestAccounts.email();
    join(invite(company, mailed));
    assertThat(verified(mailed)).isTrue();
    String shown = TestAccounts.email();
    join(invite(company, shown).split("\\?", 2)[0]);
    assertThat(verified(shown)).isFalse();
  }

  @Test
  void sendsInvitationsAgainAndTakesThemBack() {
    var company = accounts.company();
    String email = TestAccounts.email();
    String first = invite(company, email);
    String id = company.api().get("/api/company/invitations").at("/data/0/id");
    String path = "/api/company/invitations/" + id;
    assertThat(company.api().post(path + "/resend", Map.of()).status()).isEqualTo(200);
    String second = mails.path(email, "/invitation/");
    assertThat(second).isNotEqualTo(first);
    var visitor = new Browser(ApiClient.at(port));
    assertThat(visitor.open(first).status()).isEqualTo(404);
    assertThat(visitor.open(second).status()).isEqualTo(200);
    assertThat(company.api().delete(path).status()).isEqualTo(204);
    assertThat(visitor.open(second).status()).isEqualTo(404);
    assertThat(company.api().get("/api/company/invitations").json().at("/data").isEmpty()).isTrue();
    assertThat(company.api().delete(path).status()).isEqualTo(404);
  }

  @Test
  void addsNoTesterToACompany() {
    var refused =
        accounts
            .company()
            .api()
            .post(
                "/api/company/members",
                Map.of("email", accounts.tester().email(), "role", "member"));
    assertThat(refused.status()).isEqualTo(409);
  }

  @Test
  void keepsTheLastOwner() {
    var company = accounts.company();
    UUID owner = membership(company, company.owner().id());
    assertThat(company.api().delete("/api/company/members/" + owner).status()).isEqualTo(409);
    assertThat(
            company.api().patch("/api/company/members/" + owner, Map.of("role", "member")).status())
        .isEqualTo(409);

    accounts.member(company, "owner");
    assertThat(company.api().delete("/api/company/members/" + owner).status()).isEqualTo(204);
    assertThat(company.api().get("/api/company/settings").status())
        .as("the role is gone at once")
        .isEqualTo(403);
  }

  @Test
  void letsAdminsManageMembersButNotOwners() {
    var company = accounts.company();
    var admin = accounts.member(company, "admin");
    var member = accounts.member(company, "member");
    UUID owner = membership(company, company.owner().id());
    UUID other = membership(company, member.id());

    assertThat(admin.api().patch("/api/company/members/" + other, role("viewer")).status())
        .isEqualTo(200);
    assertThat(admin.api().patch("/api/company/members/" + other, role("owner")).status())
        .isEqualTo(403);
    assertThat(admin.api().delete("/api/company/members/" + owner).status()).isEqualTo(403);
    assertThat(member.api().delete("/api/company/members/" + owner).status()).isEqualTo(403);
    assertThat(member.api().delete("/api/company/members/" + other).status())
        .as("everybody may go")
        .isEqualTo(204);
  }

  /** The page of the mailed link. */
  private String invite(Company company, String email) {
    var invited =
        company.api().post("/api/company/members", Map.of("email", email, "role", "member"));
    assertThat(invited.status()).as(invited.text()).isEqualTo(201);
    return mails.path(email, "/invitation/");
  }

  private static String token(String path) {
    return path.substring("/invitation/".length()).split("\\?", 2)[0];
  }

  private void join(String path) {
    var visitor = new Browser(ApiClient.at(port));
    visitor.open(path);
    String[] parts = path.split("\\?proof=", 2);
    var joined =
        visitor.submit(
            parts[0],
            Map.of(
                "proof",
                parts.length > 1 ? parts[1] : "",
                "displayName",
                "Grace",
                "password",
                TestAccounts.PASSWORD));
    assertThat(joined.status()).isEqualTo(302);
  }

  private boolean verified(String email) {
    return database.asSystem(
            sql ->
                sql.fetchValue(
                    "select email_verified_at from identity.users where email = ?::citext", email))
        != null;
  }

  private static Map<String, String> role(String role) {
    return Map.of("role", role);
  }

  private static UUID membership(Company company, UUID user) {
    for (var member : company.api().get("/api/company/members").json().at("/data")) {
      if (member.at("/userId").asString().equals(user.toString())) {
        return UUID.fromString(member.at("/id").asString());
      }
    }
    throw new AssertionError("not a member: " + user);
  }
}

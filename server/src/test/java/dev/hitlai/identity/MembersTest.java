package dev.hitlai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAccounts.Company;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class MembersTest {
  @LocalServerPort private int port;
  private TestAccounts accounts;

  @BeforeEach
  void prepare() {
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
  void addsAPersonWithAnAccountAtOnce() {
    var company = accounts.company();
    var colleague = accounts.company().owner();
    var added =
        company
            .api()
            .post("/api/company/members", Map.of("email", colleague.email(), "role", "member"));
    assertThat(added.at("/data/status")).isEqualTo("joined");
    var again =
        company
            .api()
            .post("/api/company/members", Map.of("email", colleague.email(), "role", "member"));
    assertThat(again.status()).isEqualTo(409);
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
        .isEqualTo(401);
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

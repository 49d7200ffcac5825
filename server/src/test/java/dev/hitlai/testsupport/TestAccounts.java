package dev.hitlai.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.identity.FeatureKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes accounts through the API, each with addresses of its own. */
public final class TestAccounts {
  public static final String PASSWORD = "a long enough sentence";

  private final ApiClient api;

  public TestAccounts(int port) {
    this.api = ApiClient.at(port);
  }

  /**
   * Somebody who is logged in.
   *
   * @param api asks as them
   */
  public record Person(ApiClient api, UUID id, String email, String token, String refreshToken) {}

  /** A company with its owner. */
  public record Company(UUID id, Person owner) {
    public ApiClient api() {
      return owner.api();
    }
  }

  public static String email() {
    return "person-" + UUID.randomUUID() + "@example.org";
  }

  public Company company() {
    var answer =
        api.post(
            "/api/auth/signup",
            Map.of("email", email(), "password", PASSWORD, "companyName", "Company " + email()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return new Company(UUID.fromString(answer.at("/user/companyId")), person(answer));
  }

  public Person tester() {
    var answer =
        api.post(
            "/api/auth/signup",
            Map.of(
                "email",
                email(),
                "password",
                PASSWORD,
                "displayName",
                "Tess Tester",
                "age",
                34,
                "techLiteracy",
                "high",
                "languages",
                List.of("en", "de")));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return person(answer);
  }

  /** A platform administrator, made of a tester: nobody signs up as one. */
  public Person admin(TestDatabase database) {
    var person = tester();
    database.asSystem(
        sql ->
            sql.execute("update identity.users set user_type = 'admin' where id = ?", person.id()));
    return login(person.email());
  }

  /** Somebody else of the company, with that role. */
  public Person member(Company company, String role) {
    String email = email();
    var invited = company.api().post("/api/company/members", Map.of("email", email, "role", role));
    assertThat(invited.status()).as(invited.text()).isEqualTo(201);
    String url = invited.at("/data/inviteUrl");
    var browser = new Browser(api);
    browser.open(url.substring(url.indexOf("/invitation/")));
    var joined =
        browser.submit(
            url.substring(url.indexOf("/invitation/")),
            Map.of("displayName", "Member " + role, "password", PASSWORD));
    assertThat(joined.status()).as(joined.text()).isEqualTo(302);
    return login(email);
  }

  /** A key of the company for programs, with API access granted. */
  public ApiClient key(TestDatabase database, Company company, String... scopes) {
    OpenFeatures.grant(database, company.id(), FeatureKey.API_ACCESS);
    var made =
        company
            .api()
            .post("/api/company/api-keys", Map.of("name", "key", "scopes", List.of(scopes)));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return api.as(made.at("/data/key"));
  }

  public Person login(String email) {
    var answer = api.post("/api/auth/login", Map.of("email", email, "password", PASSWORD));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return person(answer);
  }

  private Person person(ApiClient.Answer answer) {
    return new Person(
        api.as(answer.at("/access_token")),
        UUID.fromString(answer.at("/user/id")),
        answer.at("/user/email"),
        answer.at("/access_token"),
        answer.at("/refresh_token"));
  }
}

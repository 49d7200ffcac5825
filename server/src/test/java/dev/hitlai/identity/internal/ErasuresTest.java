package dev.hitlai.identity.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAccounts.Person;
import dev.hitlai.testsupport.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Taking one's data along, and being forgotten. */
@PlatformTest
class ErasuresTest {
  private static final Duration GRACE = Duration.ofDays(14).plusMinutes(1);

  @LocalServerPort private int port;
  @Autowired private Erasures erasures;
  @Autowired private Closings closings;
  @Autowired private SettableClock clock;
  @Autowired private TestDatabase database;
  private TestAccounts accounts;
  private Mailbox mails;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
    mails = new Mailbox(database);
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void handsOverAllThatIsKnownAndNoSecrets() throws Exception {
    var tester = accounts.tester();
    var files = unpack(tester);
    assertThat(files)
        .containsKeys(
            "README.txt", "account.json", "tester-profile.json", "sign-ins.json", "mails.json")
        .containsKeys(
            "earnings.json", "earnings-held.json", "payouts.json", "account-entries.json");
    var account = JsonMapper.shared().readTree(files.get("account.json")).get(0);
    assertThat(account.path("email").asString()).isEqualTo(tester.email());
    assertThat(files.get("tester-profile.json")).contains("Tess Tester");
    assertThat(files.get("notifications.json")).contains("Welcome to HitlAI");
    assertThat(String.join("", files.values()))
        .doesNotContain("argon2")
        .doesNotContain("/verify-email/");
  }

  @Test
  void handsOverWhatTheBooksSayOfAPerson() throws Exception {
    var owner = accounts.company().owner();
    owner
        .api()
        .post("/api/company/billing/top-ups", Map.of("amount", 12.5, "provider", "bank_transfer"));
    assertThat(unpack(owner).get("payments.json")).contains("12.5", "bank_transfer", "top_up");
  }

  @Test
  void forgetsAPersonAfterTheDaysOfGrace() {
    var company = accounts.company();
    var member = accounts.member(company, "member");
    assertThat(ask(member, "not the password").at("/details/currentPassword")).isNotEmpty();
    assertThat(ask(member, TestAccounts.PASSWORD).status()).isEqualTo(202);
    assertThat(ask(member, TestAccounts.PASSWORD).status()).as("twice").isEqualTo(409);
    erasures.carryOut();
    assertThat(accounts.login(member.email()).id()).as("not yet").isEqualTo(member.id());

    clock.advance(GRACE);
    erasures.carryOut();
    assertThat(traces(member.email())).isEmpty();
    assertThat(login(member.email())).isEqualTo(401);
    assertThat(mails.subjects(member.email())).containsExactly("Your account is erased");
    var owner = accounts.login(company.owner().email());
    assertThat(owner.api().get("/api/company/members").text()).doesNotContain(member.email());
    assertThat(erasures.carryOut()).as("once").isZero();
  }

  @Test
  void forgetsATesterAndKeepsARowWithoutAName() {
    var tester = accounts.tester();
    ask(tester, TestAccounts.PASSWORD);
    clock.advance(GRACE);
    erasures.carryOut();
    var left =
        database.asSystem(
            sql ->
                sql.fetch(
                    "select display_name, age, is_active from testers.human_testers where user_id ="
                        + " ?",
                    tester.id()));
    assertThat(left).isEmpty();
    assertThat(traces(tester.email())).isEmpty();
  }

  @Test
  void isCalledOffByTheMailedLinkOrOnThePage() {
    var tester = accounts.tester();
    ask(tester, TestAccounts.PASSWORD);
    String path = mails.path(tester.email(), "/keep-account/");
    var visitor = new Browser(ApiClient.at(port));
    assertThat(visitor.open(path).text()).contains("Keep my account");
    assertThat(visitor.submit(path, Map.of()).status()).isEqualTo(302);
    assertThat(visitor.open(path).status()).as("a second time").isEqualTo(404);

    ask(tester, TestAccounts.PASSWORD);
    assertThat(tester.api().delete("/api/auth/account/erasure").status()).isEqualTo(204);
    clock.advance(GRACE);
    erasures.carryOut();
    assertThat(accounts.login(tester.email()).id()).isEqualTo(tester.id());
  }

  @Test
  void keepsTheLastOwnerUntilTheCompanyIsHandedOverOrClosed() {
    var company = accounts.company();
    var owner = company.owner();
    assertThat(ask(owner, TestAccounts.PASSWORD).status()).isEqualTo(409);
    var second = accounts.member(company, "owner");
    assertThat(ask(owner, TestAccounts.PASSWORD).status()).isEqualTo(202);
    // The other one goes meanwhile; nobody may be left over.
    leave(second);
    clock.advance(GRACE);
    erasures.carryOut();
    var again = accounts.login(owner.email());
    assertThat(again.api().get("/api/auth/account/erasure").at("/data/obstacles/0"))
        .contains("only owner");
  }

  @Test
  void closesACompanyAndThenForgetsItsOwner() {
    var company = accounts.company();
    var key = accounts.key(database, company, "admin");
    String name = company.api().get("/api/company/settings").at("/data/name");
    assertThat(close(company.owner(), "Another").at("/details/name")).isNotEmpty();
    assertThat(close(accounts.member(company, "admin"), name).status()).isEqualTo(403);
    assertThat(close(company.owner(), name).status()).isEqualTo(202);
    assertThat(company.api().delete("/api/company/closing").status()).isEqualTo(204);
    assertThat(close(company.owner(), name).status()).isEqualTo(202);
    assertThat(ask(company.owner(), TestAccounts.PASSWORD).status()).isEqualTo(202);
    assertThat(key.get("/api/company/settings").status()).as("until then").isEqualTo(200);

    clock.advance(GRACE);
    closings.carryOut();
    erasures.carryOut();
    assertThat(key.get("/api/company/settings").status()).isEqualTo(401);
    assertThat(traces(company.owner().email())).isEmpty();
    Object kept =
        database.asSystem(
            sql ->
                sql.fetchValue("select name from identity.companies where id = ?", company.id()));
    assertThat(kept).as("its history stays").isEqualTo(name);
  }

  /** Where the address still stands, but for the last mail. */
  private List<String> traces(String email) {
    var found = new ArrayList<String>();
    for (String table :
        new String[] {
          "identity.users",
          "identity.login_attempts",
          "identity.one_time_links",
          "identity.idempotency_keys",
          "identity.audit_events",
          "notifications.notifications",
          "notifications.told_notices",
          "notifications.digest_items"
        }) {
      String rows =
          database.asSystem(
              sql ->
                  sql.fetch(
                          "select t::text from " + table + " t where t::text like ?",
                          "%" + email + "%")
                      .formatCSV());
      if (rows.contains(email)) {
        found.add(table);
      }
    }
    return found;
  }

  private void leave(Person person) {
    for (var member : person.api().get("/api/company/members").json().at("/data")) {
      if (member.at("/userId").asString().equals(person.id().toString())) {
        assertThat(
                person.api().delete("/api/company/members/" + member.at("/id").asString()).status())
            .isEqualTo(204);
      }
    }
  }

  private static ApiClient.Answer ask(Person person, String password) {
    return person.api().post("/api/auth/account/erasure", Map.of("currentPassword", password));
  }

  private static ApiClient.Answer close(Person person, String name) {
    return person.api().post("/api/company/closing", Map.of("name", name));
  }

  private int login(String email) {
    return ApiClient.at(port)
        .post("/api/auth/login", Map.of("email", email, "password", TestAccounts.PASSWORD))
        .status();
  }

  private Map<String, String> unpack(Person person) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/auth/account/export"))
            .header("Authorization", "Bearer " + person.token())
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
      var files = new LinkedHashMap<String, String>();
      try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
        }
      }
      return files;
    }
  }
}

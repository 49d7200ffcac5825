package dev.hitlai.programs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.billing.internal.Bonuses;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What the programs know of a person, and what others get for bringing them. */
@PlatformTest
class ProgramRecordsTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired ProgramRecords records;
  @Autowired Bonuses bonuses;
  @Autowired Spots spots;
  @Autowired TransactionTemplate transactions;

  private TestAccounts accounts;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
  }

  @Test
  void handsOverWhatIsKnownAndForgetsThePersonAndGivesTheSpotToTheNext() {
    var person = accounts.tester();
    join(person, "early_tester");
    int taken = does(() -> spots.taken()).of(dev.hitlai.programs.TesterTier.EARLY_TESTER);
    var known = does(() -> records.of(person.id()));
    assertThat(known.get("program-applications"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("full_name", "Tess Tester")
                    .containsEntry("status", "approved"));
    assertThat(known.get("founding-tester")).hasSize(1);

    does(
        () -> {
          records.erase(person.id(), person.email());
          return true;
        });
    assertThat(does(() -> records.of(person.id())).get("program-applications")).isEmpty();
    String left =
        database.asSystem(
            sql -> sql.fetch("select * from programs.founding_tester_applications").toString());
    assertThat(left).doesNotContain(person.email());
    assertThat(does(() -> spots.taken()).of(dev.hitlai.programs.TesterTier.EARLY_TESTER))
        .isEqualTo(taken - 1);
  }

  @Test
  void doesNotHandOverWhatSomebodyElseEnteredWithAnAddressThatIsNotProven() {
    String email = TestAccounts.email();
    apply(visitor(), email, "beta_tester");
    var made =
        ApiClient.at(port)
            .post(
                "/api/auth/signup",
                Map.of(
                    "email", email, "password", TestAccounts.PASSWORD, "displayName", "Somebody"));
    UUID person = UUID.fromString(made.at("/user/id"));
    assertThat(does(() -> records.of(person)).get("program-applications")).isEmpty();
    database.asSystem(
        sql ->
            sql.execute(
                "update identity.users set email_verified_at = now() where id = ?", person));
    assertThat(does(() -> records.of(person)).get("program-applications")).hasSize(1);
  }

  @Test
  void paysFiveHundredForATesterWhoJoinedTheFoundingOrEarlyTier() {
    var referrer = accounts.tester();
    var newcomer = accounts.tester();
    var beta = accounts.tester();
    for (var brought : new TestAccounts.Person[] {newcomer, beta}) {
      database.asSystem(
          sql ->
              sql.execute(
                  "insert into billing.tester_referrals (tester_id, referrer_id) values (?, ?)",
                  Redeemable.roster(database, brought.id()),
                  Redeemable.roster(database, referrer.id())));
    }
    join(newcomer, "early_tester");
    join(beta, "beta_tester");
    Tenancy.as(Actor.system("test"), bonuses::payDue);
    Tenancy.as(Actor.system("test"), bonuses::payDue);
    var earned = referrer.api().get("/api/tester/earnings");
    assertThat(earned.json().at("/data/available").decimalValue()).isEqualByComparingTo("500");
  }

  /** Whoever is logged in when they apply is in with the approval. */
  private void join(TestAccounts.Person person, String tier) {
    String id = apply(person.api(), person.email(), tier);
    var decided =
        TestAdmin.api(database, port)
            .post("/api/admin/applications/" + id + "/review", Map.of("action", "approve"));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
  }

  private static String apply(ApiClient as, String email, String tier) {
    var body = new LinkedHashMap<String, Object>();
    body.put("fullName", "Tess Tester");
    body.put("email", email);
    body.put("tier", tier);
    body.put("yearsOfExperience", 3);
    body.put("availability", "5-9");
    body.put("whyInterested", "I like to find things.");
    var answer =
        as.with("X-Forwarded-For", "2001:db8::" + Integer.toHexString(email.hashCode() & 0xffff))
            .post("/api/founding-tester/apply", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("/applicationId");
  }

  private ApiClient visitor() {
    return ApiClient.at(port);
  }

  private <T> T does(Supplier<T> work) {
    return Tenancy.as(Actor.system("test"), () -> transactions.execute(_ -> work.get()));
  }
}

package dev.hitlai.testing.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.billing.Earnings;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Which tests earn the training bonus, and that they earn it once. */
@PlatformTest
class TrainingBonusesTest {
  private static final String SUBMISSION =
      """
      {"recommendations":"","positives":"","notes":"","findings":[{"finding":{"title":"No label",
      "description":"d","severity":"low","category":"forms","url":"","selector":"","recommendation":"","screenshot":null},
      "issueId":"01990000-0000-7000-8000-00000000000a"}]}\
      """;

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired TrainingBonuses bonuses;
  @Autowired Earnings earnings;
  @Autowired TransactionTemplate transactions;

  private UUID company;
  private UUID tester;

  @BeforeEach
  void signUp() {
    var accounts = new TestAccounts(port);
    company = accounts.company().id();
    UUID person = accounts.tester().id();
    tester =
        database.asSystem(
            sql ->
                (UUID)
                    sql.fetchValue(
                        "select id from testers.human_testers where user_id = ?", person));
  }

  @Test
  void paysATestThatWasRatedWellNamedSomethingAndWasUsed() {
    handedIn(5, SUBMISSION, true);
    pay();
    pay();
    assertThat(available())
        .as("the share of 25 and the standard bonus")
        .isEqualByComparingTo("8.50");
  }

  @Test
  void paysTheBonusOfTheTier() {
    database.asSystem(
        sql -> {
          UUID application =
              (UUID)
                  sql.fetchValue(
                      "insert into programs.founding_tester_applications (full_name, email, tier,"
                          + " status, priority_score) values ('Tess', gen_random_uuid() ||"
                          + " '@example.org', 'founding_tester', 'approved', 50) returning id");
          return sql.execute(
              "insert into programs.founding_testers (application_id, tester_id, tier,"
                  + " revenue_share, training_bonus_usd, equity_percent, status, invited_at,"
                  + " invitation_until, joined_at) values (?, ?, 'founding_tester', 0.40, 5, 0.05,"
                  + " 'active', now(), now(), now())",
              application,
              tester);
        });
    handedIn(4, SUBMISSION, true);
    pay();
    assertThat(available()).isEqualByComparingTo("12.50");
  }

  @Test
  void paysNothingMoreForTheOthers() {
    handedIn(3, SUBMISSION, true);
    handedIn(5, SUBMISSION.replaceAll("(?s)\"findings\":.*", "\"findings\":[]}"), true);
    handedIn(5, SUBMISSION, false);
    pay();
    assertThat(available()).isEqualByComparingTo("22.50");
  }

  private void handedIn(int stars, String submission, boolean used) {
    UUID run = UUID.randomUUID();
    UUID assignment = UUID.randomUUID();
    database.asSystem(
        sql -> {
          UUID request =
              (UUID)
                  sql.fetchValue(
                      "insert into testing.test_requests (company_id, title, url, mission,"
                          + " test_type) values (?, 'T', 'https://example.org', 'Look',"
                          + " 'human_only') returning id",
                      company);
          sql.execute(
              "insert into testing.test_runs (id, company_id, test_request_id, url, mission,"
                  + " test_type, status, company_ai_rating, completed_at) values (?, ?, ?,"
                  + " 'https://example.org', 'Look', 'human_only', 'completed', ?, now())",
              run,
              company,
              request,
              stars);
          sql.execute(
              "insert into testing.human_test_assignments (id, test_run_id, company_id, tester_id,"
                  + " kind, status, submitted_at, submission) values (?, ?, ?, ?, 'test',"
                  + " 'submitted', now(), cast(? as jsonb))",
              assignment,
              run,
              company,
              tester,
              submission);
          return sql.execute(
              "insert into training.human_corrections (test_run_id, company_id, tester_id,"
                  + " correction_type, used_for_training) values (?, ?, ?, 'approve', ?)",
              run,
              company,
              tester,
              used);
        });
    Tenancy.as(
        Actor.system("test"),
        () ->
            transactions.execute(
                _ ->
                    earnings.earn(
                        tester,
                        company,
                        TestMoney.reference(assignment),
                        new BigDecimal("25.00"),
                        new BigDecimal("0.30"),
                        BigDecimal.ZERO)));
  }

  private void pay() {
    Tenancy.as(Actor.system("test"), bonuses::payDue);
  }

  private BigDecimal available() {
    return Tenancy.as(
            Actor.system("test"), () -> transactions.execute(_ -> earnings.balance(tester)))
        .available();
  }
}

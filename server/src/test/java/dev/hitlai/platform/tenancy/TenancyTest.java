package dev.hitlai.platform.tenancy;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;
import static dev.hitlai.testers.internal.jooq.Tables.HUMAN_TESTERS;
import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static dev.hitlai.testing.internal.jooq.Tables.PERSONAS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class TenancyTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final UUID ours = company();
  private final UUID theirs = company();

  @Test
  void tellsTheTransactionWhoAsksAndNobodyAfterIt() {
    var person = UUID.randomUUID();
    assertThat(whoAsksAs(Actor.company(person, ours)))
        .isEqualTo("company %s %s ".formatted(person, ours));
    String afterwards = DATABASE.transactions().execute(status -> whoAsks(DATABASE.jooq()));
    assertThat(afterwards).isEqualTo("visitor   ");
  }

  @Test
  void seesNoTenantOutsideOfATransaction() {
    var count = Tenancy.as(Actor.system("test"), () -> DATABASE.jooq().fetchCount(COMPANIES));
    assertThat(count).isZero();
  }

  @Test
  void refusesToJoinATransactionAsSomebodyElse() {
    assertThatThrownBy(
            () ->
                DATABASE.as(
                    Actor.company(null, ours),
                    sql -> DATABASE.as(Actor.company(null, theirs), TenancyTest::whoAsks)))
        .isInstanceOf(IllegalTransactionStateException.class)
        .hasMessageContaining("can't be joined");
  }

  @Test
  void opensANewTransactionAsSomebodyElse() {
    var anew = new TransactionTemplate(DATABASE.transactions().getTransactionManager());
    anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    var inner =
        DATABASE.as(
            Actor.company(null, ours),
            sql ->
                Tenancy.as(
                    Actor.company(null, theirs), () -> anew.execute(status -> whoAsks(sql))));
    assertThat(inner).contains(theirs.toString());
  }

  @Test
  void showsEverybodyThePersonasThatShip() {
    assertThat(countAs(Actor.visitor(), PERSONAS)).isEqualTo(5);
    assertThatThrownBy(
            () ->
                DATABASE.as(
                    Actor.company(null, ours),
                    sql ->
                        sql.insertInto(PERSONAS)
                            .columns(
                                PERSONAS.NAME,
                                PERSONAS.DISPLAY_NAME,
                                PERSONAS.AGE,
                                PERSONAS.TECH_LITERACY,
                                PERSONAS.EYESIGHT,
                                PERSONAS.NAVIGATION_STYLE)
                            .values("for_everybody", "For everybody", 30, "low", "normal", "mixed")
                            .execute()))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void showsATesterTheRunsGivenToThemUntilTheyRefuse() {
    var run = run(ours);
    run(ours);
    var tester = tester();
    var actor = Actor.tester(UUID.randomUUID(), tester);
    assertThat(countAs(actor, TEST_RUNS)).isZero();

    DATABASE.asSystem(
        sql ->
            sql.insertInto(HUMAN_TEST_ASSIGNMENTS)
                .set(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID, run)
                .set(HUMAN_TEST_ASSIGNMENTS.COMPANY_ID, ours)
                .set(HUMAN_TEST_ASSIGNMENTS.TESTER_ID, tester)
                .execute());
    List<UUID> given =
        DATABASE.as(actor, sql -> sql.select(TEST_RUNS.ID).from(TEST_RUNS).fetch(TEST_RUNS.ID));
    assertThat(given).containsExactly(run);
    assertThat(countAs(actor, TEST_REQUESTS)).isEqualTo(1);

    DATABASE.as(
        actor,
        sql ->
            sql.update(HUMAN_TEST_ASSIGNMENTS)
                .set(HUMAN_TEST_ASSIGNMENTS.STATUS, "declined")
                .execute());
    assertThat(countAs(actor, TEST_RUNS)).isZero();
  }

  @Test
  void refusesAFindingThatNamesAnotherCompanyThanItsRun() {
    var run = run(ours);
    assertThatThrownBy(
            () ->
                DATABASE.asSystem(
                    sql ->
                        sql.insertInto(ISSUES)
                            .set(ISSUES.TEST_RUN_ID, run)
                            .set(ISSUES.COMPANY_ID, theirs)
                            .set(ISSUES.TITLE, "Forged")
                            .set(ISSUES.DESCRIPTION, "Belongs to somebody else")
                            .set(ISSUES.SEVERITY, "low")
                            .set(ISSUES.CATEGORY, "forms")
                            .set(ISSUES.SOURCE, "ai")
                            .execute()))
        .rootCause()
        .hasMessageContaining("foreign key");
  }

  @Test
  void refusesAnIllegalMoveOfARun() {
    var run = run(ours);
    assertThatThrownBy(() -> move(run, "completed"))
        .rootCause()
        .hasMessageContaining("cannot go from pending to completed");
    move(run, "running");
    move(run, "hitl_paused");
    move(run, "completed");
    assertThatThrownBy(() -> move(run, "running"))
        .rootCause()
        .hasMessageContaining("cannot go from completed to running");
  }

  @Test
  void findsAnAddressWhateverItsCase() {
    var name = "Case-" + UUID.randomUUID() + "@Example.org";
    DATABASE.asSystem(
        sql ->
            sql.insertInto(USERS)
                .set(USERS.EMAIL, name)
                .set(USERS.DISPLAY_NAME, "Case")
                .set(USERS.USER_TYPE, "admin")
                .execute());
    var found =
        DATABASE.asSystem(
            sql -> sql.fetchCount(USERS, USERS.EMAIL.eq(name.toLowerCase(java.util.Locale.ROOT))));
    assertThat(found).isEqualTo(1);
  }

  @Test
  void writesAndFindsEnumsAsText() {
    int written =
        DATABASE.asSystem(
            sql ->
                sql.update(HUMAN_TESTERS)
                    .set(HUMAN_TESTERS.TESTER_CATEGORY, "ai_third_party")
                    .set(HUMAN_TESTERS.AI_MODEL_PROVIDER, "claude")
                    .where(HUMAN_TESTERS.AI_MODEL_PROVIDER.eq("claude"))
                    .execute());
    assertThat(written).isEqualTo(1);
    var found =
        DATABASE.as(
            Actor.visitor(),
            sql ->
                sql.selectFrom(HUMAN_TESTERS)
                    .where(HUMAN_TESTERS.AI_MODEL_PROVIDER.in("claude"))
                    .fetchOne(HUMAN_TESTERS.TESTER_CATEGORY));
    assertThat(found).isEqualTo("ai_third_party");
  }

  @Test
  void findsACompanysRowsThroughTheirIndex() {
    var plan =
        DATABASE.as(
            Actor.company(null, ours),
            sql -> {
              sql.execute("set local enable_seqscan = off");
              return sql.fetch("explain select * from testing.issues").toString();
            });
    assertThat(plan).contains("Index Cond: ((company_id >= ");
  }

  private static int countAs(Actor actor, Table<?> table) {
    return DATABASE.as(actor, sql -> sql.fetchCount(table));
  }

  private static String whoAsksAs(Actor actor) {
    return DATABASE.as(actor, TenancyTest::whoAsks);
  }

  private static void move(UUID run, String status) {
    DATABASE.asSystem(
        sql ->
            sql.update(TEST_RUNS)
                .set(TEST_RUNS.STATUS, status)
                .where(TEST_RUNS.ID.eq(run))
                .execute());
  }

  private static UUID company() {
    return DATABASE.asSystem(
        sql ->
            sql.insertInto(COMPANIES)
                .set(COMPANIES.NAME, "Company")
                .set(COMPANIES.SLUG, UUID.randomUUID().toString())
                .returningResult(COMPANIES.ID)
                .fetchSingle(COMPANIES.ID));
  }

  private static UUID tester() {
    return DATABASE.asSystem(
        sql ->
            sql.insertInto(HUMAN_TESTERS)
                .set(HUMAN_TESTERS.USER_ID, UUID.randomUUID())
                .set(HUMAN_TESTERS.DISPLAY_NAME, "Tester")
                .returningResult(HUMAN_TESTERS.ID)
                .fetchSingle(HUMAN_TESTERS.ID));
  }

  private static UUID run(UUID company) {
    return DATABASE.asSystem(
        sql -> {
          var request =
              sql.insertInto(TEST_REQUESTS)
                  .set(TEST_REQUESTS.COMPANY_ID, company)
                  .set(TEST_REQUESTS.TITLE, "Title")
                  .set(TEST_REQUESTS.URL, "https://example.org")
                  .set(TEST_REQUESTS.MISSION, "Look")
                  .set(TEST_REQUESTS.TEST_TYPE, "hybrid")
                  .returningResult(TEST_REQUESTS.ID)
                  .fetchSingle(TEST_REQUESTS.ID);
          return sql.insertInto(TEST_RUNS)
              .set(TEST_RUNS.COMPANY_ID, company)
              .set(TEST_RUNS.TEST_REQUEST_ID, request)
              .set(TEST_RUNS.URL, "https://example.org")
              .set(TEST_RUNS.MISSION, "Look")
              .set(TEST_RUNS.TEST_TYPE, "hybrid")
              .returningResult(TEST_RUNS.ID)
              .fetchSingle(TEST_RUNS.ID);
        });
  }

  private static String whoAsks(DSLContext sql) {
    return sql.fetchSingle(
            "select concat_ws(' ', current_setting('hitlai.role', true),"
                + " current_setting('hitlai.user_id', true), current_setting('hitlai.company_id',"
                + " true), current_setting('hitlai.tester_id', true))")
        .get(0, String.class);
  }
}

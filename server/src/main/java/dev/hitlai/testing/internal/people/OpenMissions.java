package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import dev.hitlai.aitester.Persona;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.TesterRequirements;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Missions that need people, for all testers to see: what kind and whom they ask for, never whose
 * they are or what they are about.
 */
@Component
public class OpenMissions {
  private static final int SHOWN = 100;

  private final DSLContext sql;
  private final TransactionOperations transactions;

  OpenMissions(DSLContext sql, TransactionOperations transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  /**
   * @param type of the test, as people read it
   * @param asks whom it asks for, empty for anybody
   * @param wanted people
   * @param handedIn people who are done
   * @param taken people who work on it
   * @param offered people who have not answered yet
   */
  public record Mission(
      String type,
      String persona,
      String device,
      String asks,
      int wanted,
      int handedIn,
      int taken,
      int offered,
      Instant since) {}

  public List<Mission> read() {
    return Objects.requireNonNull(
        Tenancy.as(Actor.system("mission control"), () -> transactions.execute(_ -> list())));
  }

  private List<Mission> list() {
    Field<Integer> handedIn = people(AssignmentStatus.SUBMITTED);
    Field<Integer> taken = people(AssignmentStatus.ACCEPTED, AssignmentStatus.IN_PROGRESS);
    Field<Integer> offered = people(AssignmentStatus.OFFERED);
    return sql.select(
            TEST_RUNS.TEST_TYPE,
            TEST_RUNS.PERSONA,
            TEST_RUNS.PLATFORM,
            TEST_REQUESTS.TESTER_REQUIREMENTS,
            TEST_RUNS.REQUIRED_TESTERS,
            handedIn,
            taken,
            offered,
            TEST_RUNS.CREATED_AT)
        .from(TEST_RUNS)
        .join(TEST_REQUESTS)
        .on(TEST_REQUESTS.ID.eq(TEST_RUNS.TEST_REQUEST_ID))
        .where(RunFacts.WANTS_PEOPLE)
        .orderBy(TEST_RUNS.CREATED_AT, TEST_RUNS.ID)
        .limit(SHOWN)
        .fetch(
            row ->
                new Mission(
                    TestType.of(row.value1()).orElseThrow().label(),
                    Json.read(row.value2(), Persona.class).label(),
                    row.value3().equals("mobile") ? "Phone" : "Computer",
                    String.join(", ", Json.read(row.value4(), TesterRequirements.class).words()),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value9()));
  }

  private static Field<Integer> people(AssignmentStatus... statuses) {
    return field(
        select(count())
            .from(HUMAN_TEST_ASSIGNMENTS)
            .where(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID.eq(TEST_RUNS.ID))
            .and(HUMAN_TEST_ASSIGNMENTS.KIND.eq("test"))
            .and(
                HUMAN_TEST_ASSIGNMENTS.STATUS.in(
                    java.util.Arrays.stream(statuses).map(AssignmentStatus::code).toList())));
  }
}

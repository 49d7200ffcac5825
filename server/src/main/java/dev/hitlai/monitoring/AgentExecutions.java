package dev.hitlai.monitoring;

import static dev.hitlai.monitoring.internal.jooq.Tables.AGENT_EXECUTIONS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The register of what the AI agents did. */
@Component
public class AgentExecutions {
  private final DSLContext sql;
  private final Measurements measurements;

  AgentExecutions(DSLContext sql, Measurements measurements) {
    this.sql = sql;
    this.measurements = measurements;
  }

  /**
   * One agent's piece of work in a test run.
   *
   * @param agent name of the agent, e.g. {@code Navigator}
   * @param input what it was given, one line
   * @param output what it delivered, one line; the error when it did not succeed
   */
  public record Work(
      String agent,
      UUID testRunId,
      UUID companyId,
      Instant startedAt,
      Duration duration,
      boolean succeeded,
      String input,
      String output) {}

  /** Adds a piece of work, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Work work) {
    measurements.add(
        MetricType.AI_INFERENCE,
        work.agent(),
        "run",
        work.duration(),
        work.succeeded() ? Measurements.Result.FINE : Measurements.Result.FAILED);
    sql.insertInto(AGENT_EXECUTIONS)
        .set(AGENT_EXECUTIONS.AGENT_NAME, work.agent())
        .set(AGENT_EXECUTIONS.EXECUTION_TYPE, "on_demand")
        .set(AGENT_EXECUTIONS.TEST_RUN_ID, work.testRunId())
        .set(AGENT_EXECUTIONS.COMPANY_ID, work.companyId())
        .set(AGENT_EXECUTIONS.STARTED_AT, work.startedAt())
        .set(AGENT_EXECUTIONS.COMPLETED_AT, work.startedAt().plus(work.duration()))
        .set(AGENT_EXECUTIONS.DURATION_MS, work.duration().toMillis())
        .set(AGENT_EXECUTIONS.STATUS, work.succeeded() ? "completed" : "failed")
        .set(AGENT_EXECUTIONS.INPUT_PARAMS, json("text", work.input()))
        .set(
            work.succeeded() ? AGENT_EXECUTIONS.OUTPUT_RESULT : AGENT_EXECUTIONS.ERROR_DETAILS,
            json("text", work.output()))
        .execute();
  }

  /** What each agent did in a run, in the order in which they began. */
  @Transactional(readOnly = true)
  public List<Share> ofRun(UUID testRunId) {
    var times = DSL.count();
    var spent = DSL.sum(AGENT_EXECUTIONS.DURATION_MS);
    var failed = DSL.count().filterWhere(AGENT_EXECUTIONS.STATUS.eq("failed"));
    return sql.select(AGENT_EXECUTIONS.AGENT_NAME, times, spent, failed, last())
        .from(AGENT_EXECUTIONS)
        .where(AGENT_EXECUTIONS.TEST_RUN_ID.eq(testRunId))
        .groupBy(AGENT_EXECUTIONS.AGENT_NAME)
        .orderBy(DSL.min(AGENT_EXECUTIONS.STARTED_AT), AGENT_EXECUTIONS.AGENT_NAME)
        .fetch(
            row ->
                new Share(
                    row.value1(),
                    row.value2(),
                    Duration.ofMillis(row.value3().longValue()),
                    row.value4(),
                    row.value5() == null ? "" : row.value5()));
  }

  private static Field<String> last() {
    return DSL.field(
        "(array_agg(coalesce({0}, {1}) ->> 'text' order by {2} desc, {3} desc))[1]",
        String.class,
        AGENT_EXECUTIONS.ERROR_DETAILS,
        AGENT_EXECUTIONS.OUTPUT_RESULT,
        AGENT_EXECUTIONS.STARTED_AT,
        AGENT_EXECUTIONS.ID);
  }

  /**
   * One agent's part in a run.
   *
   * @param times how many pieces of work it did, {@code failed} of them in vain
   * @param spent all of them together
   * @param last what the latest one delivered, or why it failed
   */
  public record Share(String agent, int times, Duration spent, int failed, String last) {}

  private static JSONB json(String name, String text) {
    return JSONB.valueOf(JsonMapper.shared().writeValueAsString(java.util.Map.of(name, text)));
  }
}

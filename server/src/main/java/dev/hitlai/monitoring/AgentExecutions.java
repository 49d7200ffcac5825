package dev.hitlai.monitoring;

import static dev.hitlai.monitoring.internal.jooq.Tables.AGENT_EXECUTIONS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The register of what the AI agents did. */
@Component
public class AgentExecutions {
  private final DSLContext sql;

  AgentExecutions(DSLContext sql) {
    this.sql = sql;
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

  /** The work done in a run, in the order in which it began. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Done> ofRun(UUID testRunId) {
    return sql.select(
            AGENT_EXECUTIONS.AGENT_NAME,
            AGENT_EXECUTIONS.STARTED_AT,
            AGENT_EXECUTIONS.DURATION_MS,
            AGENT_EXECUTIONS.STATUS)
        .from(AGENT_EXECUTIONS)
        .where(AGENT_EXECUTIONS.TEST_RUN_ID.eq(testRunId))
        .orderBy(AGENT_EXECUTIONS.STARTED_AT, AGENT_EXECUTIONS.ID)
        .fetch(
            row ->
                new Done(
                    row.value1(), row.value2(), Duration.ofMillis(row.value3()), row.value4()));
  }

  /** A piece of work as the register has it. */
  public record Done(String agent, Instant startedAt, Duration duration, String status) {}

  private static JSONB json(String name, String text) {
    return JSONB.valueOf(JsonMapper.shared().writeValueAsString(java.util.Map.of(name, text)));
  }
}

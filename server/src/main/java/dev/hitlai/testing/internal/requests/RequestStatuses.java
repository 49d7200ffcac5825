package dev.hitlai.testing.internal.requests;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.testing.RunStatus;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a request's status in step with its runs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RequestStatuses {
  private final DSLContext sql;

  RequestStatuses(DSLContext sql) {
    this.sql = sql;
  }

  /** Reads the request's runs and writes the status that follows from them. */
  public void refresh(UUID requestId) {
    // The request's row is locked so that two runs that end together see each other.
    sql.select(TEST_REQUESTS.ID)
        .from(TEST_REQUESTS)
        .where(TEST_REQUESTS.ID.eq(requestId))
        .forUpdate()
        .fetch();
    var runs =
        sql.select(TEST_RUNS.STATUS, TEST_RUNS.ERROR_CODE)
            .from(TEST_RUNS)
            .where(TEST_RUNS.TEST_REQUEST_ID.eq(requestId))
            .fetch(row -> new Part(RunStatus.of(row.value1()), "cancelled".equals(row.value2())));
    sql.update(TEST_REQUESTS)
        .set(TEST_REQUESTS.STATUS, follows(runs))
        .where(TEST_REQUESTS.ID.eq(requestId))
        .execute();
  }

  /** A run as far as its request is concerned. */
  record Part(RunStatus status, boolean cancelled) {}

  static String follows(List<Part> runs) {
    if (runs.stream().allMatch(run -> run.status().isFinal())) {
      return ended(runs);
    }
    var atWork = Set.of(RunStatus.RUNNING, RunStatus.HITL_PAUSED);
    return runs.stream().anyMatch(run -> atWork.contains(run.status()) || run.status().isFinal())
        ? "running"
        : "pending";
  }

  private static String ended(List<Part> runs) {
    if (runs.stream().anyMatch(run -> run.status() == RunStatus.COMPLETED)) {
      return "completed";
    }
    return runs.stream().allMatch(Part::cancelled) ? "cancelled" : "failed";
  }
}

package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.MISSION_STEPS;

import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.jooq.tables.records.MissionStepsRecord;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the steps of runs in their order. */
@Component
@Transactional(readOnly = true)
public class Steps {
  private final DSLContext sql;

  Steps(DSLContext sql) {
    this.sql = sql;
  }

  /** The steps from an index on; from 0 all of them. */
  public List<TakenStep> from(UUID runId, int index) {
    return sql.selectFrom(MISSION_STEPS)
        .where(MISSION_STEPS.TEST_RUN_ID.eq(runId))
        .and(MISSION_STEPS.STEP_INDEX.ge(index))
        .orderBy(MISSION_STEPS.STEP_INDEX)
        .fetch(Steps::read);
  }

  private static TakenStep read(MissionStepsRecord row) {
    return new TakenStep(
        row.getId(),
        row.getStepIndex(),
        row.getTitle(),
        row.getDescription(),
        row.getStatus(),
        row.getUrl(),
        row.getSentimentScore() == null ? null : row.getSentimentScore().doubleValue(),
        Json.read(Objects.requireNonNull(row.getTrace()), StepTrace.class),
        row.getScreenshotId(),
        row.getDurationMs());
  }
}

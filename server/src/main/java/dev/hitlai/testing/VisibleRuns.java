package dev.hitlai.testing;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which runs the asker may see, for what other modules keep about them. */
@Component
@Transactional(readOnly = true)
public class VisibleRuns {
  private final DSLContext sql;

  VisibleRuns(DSLContext sql) {
    this.sql = sql;
  }

  public boolean contains(UUID runId) {
    return sql.fetchExists(TEST_RUNS, TEST_RUNS.ID.eq(runId));
  }
}

package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.ASSIGNMENT_DRAFTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.testing.internal.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports that are being written. The last one who writes wins, and hears that there was another.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Drafts {
  private static final int MOST = 400_000;

  private final DSLContext sql;
  private final Clock clock;

  Drafts(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A report as it was saved.
   *
   * @param version 0 when nothing was saved yet
   */
  record Draft(TesterReport report, int version, String savedBy, Instant savedAt) {}

  Optional<Draft> find(UUID assignmentId) {
    return sql.selectFrom(ASSIGNMENT_DRAFTS)
        .where(ASSIGNMENT_DRAFTS.ASSIGNMENT_ID.eq(assignmentId))
        .fetchOptional(
            row ->
                new Draft(
                    Json.read(row.getContent(), TesterReport.class),
                    row.getVersion(),
                    row.getSavedBy(),
                    row.getUpdatedAt()));
  }

  /**
   * @param tab who saves; nothing when it is no tab
   * @return the new version
   */
  int save(Assignment work, TesterReport report, String tab) {
    var content = Json.of(report);
    if (content.data().length() > MOST) {
      throw new ApiProblem(ErrorCode.PAYLOAD_TOO_LARGE, "The report is too long to be kept.");
    }
    return sql.insertInto(ASSIGNMENT_DRAFTS)
        .set(ASSIGNMENT_DRAFTS.ASSIGNMENT_ID, work.id())
        .set(ASSIGNMENT_DRAFTS.TESTER_ID, work.testerId())
        .set(ASSIGNMENT_DRAFTS.CONTENT, content)
        .set(ASSIGNMENT_DRAFTS.SAVED_BY, tab)
        .set(ASSIGNMENT_DRAFTS.CREATED_AT, clock.instant())
        .onConflict(ASSIGNMENT_DRAFTS.ASSIGNMENT_ID)
        .doUpdate()
        .set(ASSIGNMENT_DRAFTS.CONTENT, content)
        .set(ASSIGNMENT_DRAFTS.SAVED_BY, tab)
        .set(ASSIGNMENT_DRAFTS.VERSION, ASSIGNMENT_DRAFTS.VERSION.plus(1))
        .returning(ASSIGNMENT_DRAFTS.VERSION)
        .fetchSingle(ASSIGNMENT_DRAFTS.VERSION);
  }

  void forget(UUID assignmentId) {
    sql.deleteFrom(ASSIGNMENT_DRAFTS)
        .where(ASSIGNMENT_DRAFTS.ASSIGNMENT_ID.eq(assignmentId))
        .execute();
  }
}

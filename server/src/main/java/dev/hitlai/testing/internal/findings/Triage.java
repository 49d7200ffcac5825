package dev.hitlai.testing.internal.findings;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;

import dev.hitlai.api.ApiProblem;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a company decides about findings: whether one is true, and what becomes of it. A verdict may
 * be the last thing that a run waited for.
 */
@Component
public class Triage {
  public static final List<String> VERDICTS =
      List.of("confirmed", "corrected", "disputed", "false_positive", "duplicate");
  public static final List<String> STATUSES =
      List.of("open", "in_progress", "resolved", "closed", "wont_fix");

  /** Verdicts after which there is nothing to repair. */
  private static final Set<String> CLOSING = Set.of("false_positive", "duplicate");

  private final DSLContext sql;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Triage(DSLContext sql, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Both at once; null leaves one as it is.
   *
   * @throws ApiProblem when there is no such finding for the caller, or nothing was decided
   */
  @Transactional
  public void decide(
      UUID id, @Nullable String status, @Nullable String verdict, @Nullable UUID by) {
    if (status == null && verdict == null) {
      throw ApiProblem.invalid("status", "or verdict must be given");
    }
    if (verdict != null) {
      setVerdict(id, verdict, by);
    }
    if (status != null) {
      setStatus(id, status);
    }
  }

  /**
   * @throws ApiProblem when there is no such finding for the caller, or no such status
   */
  @Transactional
  public void setStatus(UUID id, String status) {
    if (!STATUSES.contains(status)) {
      throw ApiProblem.invalid("status", "must be one of " + String.join(", ", STATUSES));
    }
    int changed =
        sql.update(ISSUES)
            .set(ISSUES.STATUS, status)
            .set(ISSUES.RESOLVED_AT, status.equals("resolved") ? clock.instant() : null)
            .where(ISSUES.ID.eq(id))
            .execute();
    if (changed == 0) {
      throw ApiProblem.notFound("No finding has this id.");
    }
  }

  /**
   * @throws ApiProblem when there is no such finding for the caller, or no such verdict
   */
  @Transactional
  public void setVerdict(UUID id, String verdict, @Nullable UUID by) {
    if (!VERDICTS.contains(verdict)) {
      throw ApiProblem.invalid("verdict", "must be one of " + String.join(", ", VERDICTS));
    }
    events.publishEvent(new FindingToDecide(id));
    UUID runId =
        sql.update(ISSUES)
            .set(ISSUES.VERDICT, verdict)
            .set(ISSUES.VERDICT_BY, by)
            .set(ISSUES.VERDICT_AT, clock.instant())
            .set(ISSUES.REVIEW_STATE, ReviewState.DONE.code())
            .where(ISSUES.ID.eq(id))
            .returning(ISSUES.TEST_RUN_ID)
            .fetchOne(ISSUES.TEST_RUN_ID);
    if (runId == null) {
      throw ApiProblem.notFound("No finding has this id.");
    }
    if (CLOSING.contains(verdict)) {
      setStatus(id, "closed");
    }
    events.publishEvent(new FindingDecided(id, runId, verdict, by));
  }
}

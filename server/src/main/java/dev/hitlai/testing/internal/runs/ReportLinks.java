package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.REPORT_LINKS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;
import static org.jooq.impl.DSL.field;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.platform.Secrets;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that show the report of one run to whoever has them, until they expire or are revoked. */
@Component
public class ReportLinks {
  public static final int USUAL_DAYS = 7;
  static final int MOST_DAYS = 90;
  static final int MOST_AT_A_TIME = 20;
  private static final Duration KEPT = Duration.ofDays(30);

  /** Its report is made of what people handed in, when it is read. */
  private static final Condition BY_PEOPLE =
      TEST_RUNS
          .TEST_TYPE
          .eq(TestType.HUMAN_ONLY.code())
          .and(TEST_RUNS.STATUS.eq(RunStatus.COMPLETED.code()));

  private final DSLContext sql;
  private final Audit audit;
  private final Clock clock;

  ReportLinks(DSLContext sql, Audit audit, Clock clock) {
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /** A link that works; its address is known to those only who were given it. */
  public record Link(UUID id, Instant createdAt, Instant expiresAt) {}

  /**
   * A link just made.
   *
   * @param token the secret part of its address, kept as a hash only
   */
  public record Made(UUID id, String token, Instant expiresAt) {}

  /** The run that a link shows, and whose it is. */
  record Target(UUID companyId, UUID runId) {}

  /**
   * Makes a link to the report of a run.
   *
   * @param days how long it works, 1 to 90
   */
  @Transactional
  public Made make(CurrentUser by, UUID runId, int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw ApiProblem.invalid("expiresInDays", "must be a whole number from 1 to " + MOST_DAYS);
    }
    requireReport(runId);
    String token = Secrets.token();
    var expires = clock.instant().plus(Duration.ofDays(days));
    UUID id =
        sql.insertInto(REPORT_LINKS)
            .set(REPORT_LINKS.COMPANY_ID, by.requireCompany())
            .set(REPORT_LINKS.TEST_RUN_ID, runId)
            .set(REPORT_LINKS.TOKEN_SHA256, Secrets.sha256(token))
            .set(REPORT_LINKS.EXPIRES_AT, expires)
            .set(REPORT_LINKS.CREATED_BY, by.userId())
            .set(REPORT_LINKS.CREATED_AT, clock.instant())
            .returning(REPORT_LINKS.ID)
            .fetchSingle(REPORT_LINKS.ID);
    audit.note(by, "report.shared", "test_run", runId);
    return new Made(id, token, expires);
  }

  /** Holds the run's row, so that two requests can't both make the last link. */
  private void requireReport(UUID runId) {
    boolean hasReport =
        sql.select(field(TEST_RUNS.FINAL_REPORT.isNotNull().or(BY_PEOPLE)))
            .from(TEST_RUNS)
            .where(TEST_RUNS.ID.eq(runId))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.notFound("No test run has this id."))
            .value1();
    if (!hasReport) {
      throw ApiProblem.conflict("Only a test that has a result can be shared.");
    }
    if (live(runId).size() >= MOST_AT_A_TIME) {
      throw ApiProblem.conflict(
          "A test has at most " + MOST_AT_A_TIME + " links at a time; revoke one first.");
    }
  }

  /** The links to a run that work, the latest first. */
  @Transactional(readOnly = true)
  public List<Link> live(UUID runId) {
    return sql.select(REPORT_LINKS.ID, REPORT_LINKS.CREATED_AT, REPORT_LINKS.EXPIRES_AT)
        .from(REPORT_LINKS)
        .where(REPORT_LINKS.TEST_RUN_ID.eq(runId))
        .and(works())
        .orderBy(REPORT_LINKS.CREATED_AT.desc(), REPORT_LINKS.ID.desc())
        .fetch(row -> new Link(row.value1(), row.value2(), row.value3()));
  }

  /** Ends a link at once. */
  @Transactional
  public void revoke(CurrentUser by, UUID runId, UUID linkId) {
    int revoked =
        sql.update(REPORT_LINKS)
            .set(REPORT_LINKS.REVOKED_AT, clock.instant())
            .set(REPORT_LINKS.REVOKED_BY, by.userId())
            .where(REPORT_LINKS.ID.eq(linkId))
            .and(REPORT_LINKS.TEST_RUN_ID.eq(runId))
            .and(works())
            .execute();
    if (revoked == 0) {
      throw ApiProblem.notFound("No link of this test that works has this id.");
    }
    audit.note(by, "report.share_revoked", "test_run", runId);
  }

  /** What a token shows; for a system's actor, since whoever has a link is nobody we know. */
  Optional<Target> find(String token) {
    return sql.select(REPORT_LINKS.COMPANY_ID, REPORT_LINKS.TEST_RUN_ID)
        .from(REPORT_LINKS)
        .where(REPORT_LINKS.TOKEN_SHA256.eq(Secrets.sha256(token)))
        .and(works())
        .fetchOptional(row -> new Target(row.value1(), row.value2()));
  }

  /** Forgets links that ended so long ago that nobody asks about them any more. */
  @Transactional
  public int sweep() {
    return sql.deleteFrom(REPORT_LINKS)
        .where(REPORT_LINKS.EXPIRES_AT.lt(clock.instant().minus(KEPT)))
        .execute();
  }

  private Condition works() {
    return REPORT_LINKS.REVOKED_AT.isNull().and(REPORT_LINKS.EXPIRES_AT.gt(clock.instant()));
  }
}

package dev.hitlai.recording.internal.bots;

import static dev.hitlai.recording.internal.jooq.Tables.VELOCITY_ANALYSIS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.recording.internal.jooq.tables.records.VelocityAnalysisRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sessions that look like a program's, for administrators to decide on. */
@Component
public class BotQueue {
  private final DSLContext sql;
  private final PayoutHolds holds;
  private final Audit audit;
  private final JsonMapper json;
  private final Clock clock;

  BotQueue(DSLContext sql, PayoutHolds holds, Audit audit, JsonMapper json, Clock clock) {
    this.sql = sql;
    this.holds = holds;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /** What somebody says of a session. */
  public enum Decision {
    LEGITIMATE,
    SUSPICIOUS,
    BOT;

    /** The word in the database. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What speaks for a program. */
  public record Why(String name, double weight, String sentence) {}

  /**
   * A session in the queue.
   *
   * @param held whether what a tester earned by it was kept back
   */
  public record Row(
      UUID id,
      UUID sessionId,
      String source,
      @Nullable UUID companyId,
      @Nullable UUID testRunId,
      @Nullable UUID testerId,
      double probability,
      double confidence,
      int interactions,
      double seconds,
      double perMinute,
      List<Why> reasons,
      boolean held,
      @Nullable String decision,
      @Nullable String notes,
      java.time.Instant at) {
    public Row {
      reasons = List.copyOf(reasons);
    }
  }

  /** Waiting ones first come the likeliest; decided ones the newest. */
  @Transactional(readOnly = true)
  public List<Row> list(boolean waiting, int limit, long offset) {
    var v = VELOCITY_ANALYSIS;
    return sql.selectFrom(v)
        .where(which(waiting))
        .orderBy(waiting ? v.BOT_PROBABILITY_SCORE.desc() : v.REVIEWED_AT.desc(), v.ID)
        .limit(limit)
        .offset(offset)
        .fetch(this::row);
  }

  @Transactional(readOnly = true)
  public long count(boolean waiting) {
    return sql.fetchCount(VELOCITY_ANALYSIS, which(waiting));
  }

  private static Condition which(boolean waiting) {
    var v = VELOCITY_ANALYSIS;
    return waiting
        ? v.FLAGGED_FOR_REVIEW.isTrue().and(v.REVIEW_DECISION.isNull())
        : v.REVIEW_DECISION.isNotNull();
  }

  @Transactional(readOnly = true)
  public Optional<Row> find(UUID id) {
    return sql.selectFrom(VELOCITY_ANALYSIS)
        .where(VELOCITY_ANALYSIS.ID.eq(id))
        .fetchOptional(this::row);
  }

  /**
   * Decides; what was earned is given back to an honest tester, and taken for good only when
   * somebody says that it was a program.
   */
  @Transactional
  public void decide(CurrentUser by, UUID id, Decision decision, String notes) {
    var row =
        sql.selectFrom(VELOCITY_ANALYSIS)
            .where(VELOCITY_ANALYSIS.ID.eq(id))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.notFound("This session isn't in the queue."));
    if ("bot".equals(row.getReviewDecision()) || "legitimate".equals(row.getReviewDecision())) {
      throw ApiProblem.conflict("Somebody has decided on this session already.");
    }
    row.setReviewDecision(decision.code());
    row.setReviewNotes(notes.isBlank() ? null : notes.strip());
    row.setReviewedBy(by.userId());
    row.setReviewedAt(clock.instant());
    row.store();
    if (decision != Decision.SUSPICIOUS && row.getPayoutHeldAt() != null) {
      holds.end(row.getTestRunId(), row.getTesterId(), decision == Decision.LEGITIMATE);
    }
    audit.note(by, "recording.bot_" + decision.code(), "velocity_analysis", id);
  }

  private Row row(VelocityAnalysisRecord row) {
    return new Row(
        row.getId(),
        row.getSessionId(),
        row.getSource(),
        row.getCompanyId(),
        row.getTestRunId(),
        row.getTesterId(),
        row.getBotProbabilityScore().doubleValue(),
        row.getConfidence() == null ? 0 : row.getConfidence().doubleValue(),
        row.getTotalInteractions(),
        row.getTimeSpanSeconds().doubleValue(),
        row.getInteractionsPerMinute() == null ? 0 : row.getInteractionsPerMinute().doubleValue(),
        json.readValue(row.getReasons().data(), new TypeReference<List<Why>>() {}),
        row.getPayoutHeldAt() != null,
        row.getReviewDecision(),
        row.getReviewNotes(),
        row.getCreatedAt());
  }
}

package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.AI_INFERENCE_LOGS;
import static dev.hitlai.models.internal.jooq.Tables.CIRCUIT_BREAKERS;
import static dev.hitlai.models.internal.jooq.Tables.CIRCUIT_BREAKER_EVENTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.ModelUse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What models were asked, what it cost and how long it took. */
@Component
public class InferenceLog implements ModelUse {
  private final DSLContext sql;
  private final Clock clock;

  InferenceLog(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** One model's calls of a time; latencies in milliseconds, of answers alone. */
  public record Summary(
      String version,
      String tier,
      long calls,
      long failed,
      long inputTokens,
      long cachedTokens,
      long outputTokens,
      BigDecimal costUsd,
      @Nullable Long p50,
      @Nullable Long p95) {}

  /** A try. */
  public record Call(
      UUID id,
      Instant at,
      @Nullable UUID callId,
      int attempt,
      String task,
      String version,
      String tier,
      String status,
      @Nullable UUID runId,
      int inputTokens,
      int cachedTokens,
      int outputTokens,
      boolean estimated,
      BigDecimal costUsd,
      long latencyMs,
      @Nullable String error,
      boolean flagged,
      @Nullable String flagReason,
      boolean reviewed,
      @Nullable Integer rating) {}

  /** A try with what was said. */
  public record Detail(
      Call call, @Nullable String prompt, @Nullable String output, @Nullable String context) {}

  /** A breaker that isn't closed, or was not long ago. */
  public record BreakerState(
      String provider,
      String version,
      String state,
      @Nullable Instant openedAt,
      @Nullable Instant retryAt,
      long rejected) {}

  /** A change of a breaker. */
  public record BreakerEvent(
      Instant at,
      String provider,
      @Nullable String version,
      String event,
      @Nullable String error) {}

  /** A kind of calls; null members mean any. */
  public record Filter(@Nullable String version, @Nullable String status, boolean flagged) {
    public static final Filter ALL = new Filter(null, null, false);
  }

  @Transactional(readOnly = true)
  public List<Summary> summary(Duration back) {
    var calls = AI_INFERENCE_LOGS;
    var answered = calls.STATUS.eq("answered");
    return sql.select(
            calls.MODEL_VERSION,
            calls.TIER,
            DSL.count(),
            DSL.count().filterWhere(calls.STATUS.ne("answered")),
            DSL.sum(calls.INPUT_TOKENS),
            DSL.sum(calls.CACHED_INPUT_TOKENS),
            DSL.sum(calls.OUTPUT_TOKENS),
            DSL.sum(calls.COST_USD),
            DSL.percentileDisc(0.5).withinGroupOrderBy(calls.LATENCY_MS).filterWhere(answered),
            DSL.percentileDisc(0.95).withinGroupOrderBy(calls.LATENCY_MS).filterWhere(answered))
        .from(calls)
        .where(calls.CREATED_AT.ge(clock.instant().minus(back)))
        .groupBy(calls.MODEL_VERSION, calls.TIER)
        .orderBy(DSL.sum(calls.COST_USD).desc().nullsLast(), calls.MODEL_VERSION)
        .fetch(
            row ->
                new Summary(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    number(row.value5()),
                    number(row.value6()),
                    number(row.value7()),
                    Objects.requireNonNullElse(row.value8(), BigDecimal.ZERO),
                    whole(row.value9()),
                    whole(row.value10())));
  }

  private static long number(@Nullable BigDecimal sum) {
    return sum == null ? 0 : sum.longValue();
  }

  private static @Nullable Long whole(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : null;
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Call> calls(Filter filter, int limit, int offset) {
    return sql.selectFrom(AI_INFERENCE_LOGS)
        .where(condition(filter))
        .orderBy(AI_INFERENCE_LOGS.CREATED_AT.desc(), AI_INFERENCE_LOGS.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(InferenceLog::call);
  }

  @Transactional(readOnly = true)
  public long count(Filter filter) {
    return sql.fetchCount(AI_INFERENCE_LOGS, condition(filter));
  }

  private static Condition condition(Filter filter) {
    var all = new ArrayList<Condition>();
    if (filter.version() != null) {
      all.add(AI_INFERENCE_LOGS.MODEL_VERSION.eq(filter.version()));
    }
    if (filter.status() != null) {
      all.add(AI_INFERENCE_LOGS.STATUS.eq(filter.status()));
    }
    if (filter.flagged()) {
      all.add(AI_INFERENCE_LOGS.FLAGGED_FOR_REVIEW.isTrue());
      all.add(AI_INFERENCE_LOGS.HUMAN_REVIEWED.isFalse());
    }
    return DSL.and(all);
  }

  /**
   * @throws ApiProblem when there is no such call
   */
  @Transactional(readOnly = true)
  public Detail find(UUID id) {
    return sql.selectFrom(AI_INFERENCE_LOGS)
        .where(AI_INFERENCE_LOGS.ID.eq(id))
        .fetchOptional(
            row ->
                new Detail(
                    call(row),
                    row.getInputPrompt(),
                    row.getOutputText(),
                    row.getInputContext() == null ? null : row.getInputContext().data()))
        .orElseThrow(() -> ApiProblem.notFound("No call has this address."));
  }

  /**
   * A person looked at an answer.
   *
   * @param rating 1 to 5
   * @throws ApiProblem when there is no such call
   */
  @Transactional
  public void review(UUID id, int rating) {
    if (rating < 1 || rating > 5) {
      throw ApiProblem.invalid("rating", "must be 1 to 5");
    }
    int changed =
        sql.update(AI_INFERENCE_LOGS)
            .set(AI_INFERENCE_LOGS.HUMAN_REVIEWED, true)
            .set(AI_INFERENCE_LOGS.HUMAN_RATING, rating)
            .where(AI_INFERENCE_LOGS.ID.eq(id))
            .execute();
    if (changed == 0) {
      throw ApiProblem.notFound("No call has this address.");
    }
  }

  private static Call call(
      dev.hitlai.models.internal.jooq.tables.records.AiInferenceLogsRecord row) {
    return new Call(
        row.getId(),
        row.getCreatedAt(),
        row.getCallId(),
        Objects.requireNonNullElse(row.getAttempt(), 1),
        row.getTask(),
        row.getModelVersion(),
        row.getTier(),
        Objects.requireNonNullElse(row.getStatus(), "answered"),
        row.getTestRunId(),
        Objects.requireNonNullElse(row.getInputTokens(), 0),
        Objects.requireNonNullElse(row.getCachedInputTokens(), 0),
        Objects.requireNonNullElse(row.getOutputTokens(), 0),
        row.getUsageEstimated(),
        Objects.requireNonNullElse(row.getCostUsd(), BigDecimal.ZERO),
        Objects.requireNonNullElse(row.getLatencyMs(), 0L),
        row.getErrorMessage(),
        row.getFlaggedForReview(),
        row.getFlagReason(),
        row.getHumanReviewed(),
        row.getHumanRating());
  }

  @Transactional(readOnly = true)
  public List<BreakerState> breakers() {
    return sql.selectFrom(CIRCUIT_BREAKERS)
        .orderBy(CIRCUIT_BREAKERS.STATE.desc(), CIRCUIT_BREAKERS.OPERATION)
        .fetch(
            row ->
                new BreakerState(
                    row.getServiceName(),
                    row.getOperation(),
                    row.getState(),
                    row.getOpenedAt(),
                    row.getRetryAt(),
                    row.getRejected()));
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<BreakerEvent> events(int limit) {
    return sql.selectFrom(CIRCUIT_BREAKER_EVENTS)
        .orderBy(CIRCUIT_BREAKER_EVENTS.CREATED_AT.desc(), CIRCUIT_BREAKER_EVENTS.ID.desc())
        .limit(limit)
        .fetch(
            row ->
                new BreakerEvent(
                    row.getCreatedAt(),
                    row.getServiceName(),
                    row.getOperation(),
                    row.getEventType(),
                    row.getErrorMessage()));
  }

  @Override
  @Transactional(readOnly = true)
  public Used of(UUID runId) {
    var row =
        sql.select(
                DSL.sum(AI_INFERENCE_LOGS.INPUT_TOKENS),
                DSL.sum(AI_INFERENCE_LOGS.OUTPUT_TOKENS),
                DSL.sum(AI_INFERENCE_LOGS.COST_USD))
            .from(AI_INFERENCE_LOGS)
            .where(AI_INFERENCE_LOGS.TEST_RUN_ID.eq(runId))
            .fetchSingle();
    return new Used(
        number(row.value1()) + number(row.value2()),
        Objects.requireNonNullElse(row.value3(), BigDecimal.ZERO));
  }
}

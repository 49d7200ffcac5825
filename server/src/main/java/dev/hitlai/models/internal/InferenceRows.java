package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.AI_INFERENCE_LOGS;

import dev.hitlai.guard.Threat;
import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.internal.call.Ledger.Attempt;
import dev.hitlai.models.internal.jooq.tables.records.CallsRecord;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the log of calls. */
@Component
class InferenceRows {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_REASON = 500;

  private final DSLContext sql;
  private final Clock clock;

  InferenceRows(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void write(ModelRequest request, Attempt attempt) {
    String review = review(attempt);
    sql.insertInto(AI_INFERENCE_LOGS)
        .set(AI_INFERENCE_LOGS.CALL_ID, request.callId())
        .set(AI_INFERENCE_LOGS.ATTEMPT, attempt.number())
        .set(AI_INFERENCE_LOGS.COMPANY_ID, request.companyId())
        .set(AI_INFERENCE_LOGS.TEST_RUN_ID, request.runId())
        .set(AI_INFERENCE_LOGS.MODEL_VERSION, attempt.target().version())
        .set(AI_INFERENCE_LOGS.MODEL_PROVIDER, attempt.target().connection().code())
        .set(AI_INFERENCE_LOGS.TASK, request.task().code())
        .set(AI_INFERENCE_LOGS.TIER, attempt.target().tier().code())
        .set(AI_INFERENCE_LOGS.INPUT_PROMPT, cut(attempt.prompt(), LONGEST_TEXT))
        .set(AI_INFERENCE_LOGS.INPUT_CONTEXT, context(attempt))
        .set(AI_INFERENCE_LOGS.INPUT_TOKENS, (int) attempt.usage().input())
        .set(AI_INFERENCE_LOGS.CACHED_INPUT_TOKENS, (int) attempt.usage().cached())
        .set(AI_INFERENCE_LOGS.OUTPUT_TOKENS, (int) attempt.usage().output())
        .set(AI_INFERENCE_LOGS.USAGE_ESTIMATED, attempt.usage().estimated())
        .set(AI_INFERENCE_LOGS.OUTPUT_TEXT, cut(attempt.output(), LONGEST_TEXT))
        .set(AI_INFERENCE_LOGS.LATENCY_MS, attempt.latency().toMillis())
        .set(AI_INFERENCE_LOGS.COST_USD, attempt.cost())
        .set(AI_INFERENCE_LOGS.STATUS, attempt.status())
        .set(AI_INFERENCE_LOGS.ERROR_MESSAGE, cut(attempt.error(), LONGEST_REASON))
        .set(AI_INFERENCE_LOGS.FLAGGED_FOR_REVIEW, review != null)
        .set(AI_INFERENCE_LOGS.FLAG_REASON, cut(review, LONGEST_REASON))
        .set(AI_INFERENCE_LOGS.CREATED_AT, clock.instant())
        .execute();
  }

  /** Of a call whose server died; what it was asked died with it. */
  void writeLost(CallsRecord row) {
    sql.insertInto(AI_INFERENCE_LOGS)
        .set(AI_INFERENCE_LOGS.CALL_ID, row.getId())
        .set(AI_INFERENCE_LOGS.ATTEMPT, row.getAttempt())
        .set(AI_INFERENCE_LOGS.COMPANY_ID, row.getCompanyId())
        .set(AI_INFERENCE_LOGS.TEST_RUN_ID, row.getTestRunId())
        .set(AI_INFERENCE_LOGS.MODEL_VERSION, row.getVersionKey())
        .set(AI_INFERENCE_LOGS.MODEL_PROVIDER, "unknown")
        .set(AI_INFERENCE_LOGS.TASK, row.getTask())
        .set(AI_INFERENCE_LOGS.TIER, "unknown")
        .set(AI_INFERENCE_LOGS.COST_USD, row.getReservedUsd())
        .set(AI_INFERENCE_LOGS.USAGE_ESTIMATED, true)
        .set(AI_INFERENCE_LOGS.STATUS, "lost")
        .set(AI_INFERENCE_LOGS.ERROR_MESSAGE, "The server that made the call ended meanwhile.")
        .set(AI_INFERENCE_LOGS.CREATED_AT, clock.instant())
        .execute();
  }

  private static @Nullable String review(Attempt attempt) {
    return attempt.review() != null
        ? attempt.review()
        : attempt.threats().stream().findFirst().map(Threat::reason).orElse(null);
  }

  private static JSONB context(Attempt attempt) {
    var context = new LinkedHashMap<String, Object>();
    context.put("redacted", attempt.replaced());
    context.put("threats", attempt.threats().stream().map(InferenceRows::words).toList());
    return JSONB.valueOf(JSON.writeValueAsString(context));
  }

  private static List<String> words(Threat threat) {
    return List.of(
        threat.kind().name(), String.valueOf(cut(threat.excerpt(), 200)), threat.reason());
  }

  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }
}

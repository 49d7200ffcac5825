package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;
import static org.jooq.impl.DSL.trueCondition;

import dev.hitlai.aitester.Persona;
import dev.hitlai.testers.Selection;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.Json;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads runs for lists and pages, the latest first. */
@Component
@Transactional(readOnly = true)
public class RunOverviews {
  private static final List<SelectField<?>> COLUMNS =
      List.of(
          TEST_RUNS.ID,
          TEST_RUNS.COMPANY_ID,
          TEST_RUNS.TEST_REQUEST_ID,
          TEST_REQUESTS.TITLE,
          TEST_RUNS.URL,
          TEST_RUNS.MISSION,
          TEST_RUNS.PERSONA,
          TEST_RUNS.PLATFORM,
          TEST_RUNS.TEST_TYPE,
          TEST_RUNS.STATUS,
          TEST_RUNS.OUTCOME,
          TEST_RUNS.SCORE,
          TEST_RUNS.SENTIMENT_SCORE,
          TEST_RUNS.CURRENT_STEP_INDEX,
          TEST_RUNS.PROGRESS_TEXT,
          TEST_RUNS.PROGRESS_PERCENT,
          TEST_RUNS.ERROR_CODE,
          TEST_RUNS.ERROR_MESSAGE,
          TEST_RUNS.QUOTA_TAKEN,
          TEST_RUNS.CANCEL_REQUESTED_AT,
          TEST_RUNS.COMPANY_AI_RATING,
          TEST_RUNS.COMPANY_FEEDBACK,
          TEST_RUNS.PRICE_USD,
          TEST_RUNS.AI_COST_USD,
          TEST_RUNS.SEED,
          TEST_RUNS.ATTEMPT,
          TEST_RUNS.CREATED_AT,
          TEST_RUNS.STARTED_AT,
          TEST_RUNS.COMPLETED_AT,
          TEST_RUNS.TESTER_CATEGORY,
          TEST_RUNS.AI_MODEL_PROVIDER,
          TEST_RUNS.AI_MODEL_VERSION,
          TEST_RUNS.AI_TOKENS_USED,
          TEST_RUNS.AI_INFERENCE_TIME_MS,
          TEST_RUNS.TESTER_SELECTION);

  private final DSLContext sql;

  RunOverviews(DSLContext sql) {
    this.sql = sql;
  }

  public Optional<RunOverview> find(UUID id) {
    return read(TEST_RUNS.ID.eq(id), 1, 0).stream().findFirst();
  }

  /** The runs of a request, in the order of its personas. */
  public List<RunOverview> ofRequest(UUID requestId) {
    return read(TEST_RUNS.TEST_REQUEST_ID.eq(requestId), 1000, 0).reversed();
  }

  /**
   * @param status null for all
   */
  public List<RunOverview> list(@Nullable RunStatus status, int limit, long offset) {
    return read(with(status), limit, offset);
  }

  public long count(@Nullable RunStatus status) {
    return sql.fetchCount(TEST_RUNS, with(status));
  }

  private static Condition with(@Nullable RunStatus status) {
    return status == null ? trueCondition() : TEST_RUNS.STATUS.eq(status.code());
  }

  private List<RunOverview> read(Condition condition, int limit, long offset) {
    var rows =
        sql.select(COLUMNS)
            .from(TEST_RUNS)
            .join(TEST_REQUESTS)
            .on(TEST_REQUESTS.ID.eq(TEST_RUNS.TEST_REQUEST_ID))
            .where(condition)
            .orderBy(TEST_RUNS.CREATED_AT.desc(), TEST_RUNS.ID.desc())
            .limit(limit)
            .offset(offset)
            .fetch();
    var findings = findings(rows.getValues(TEST_RUNS.ID));
    return rows.map(row -> overview(row, findings.getOrDefault(row.get(TEST_RUNS.ID), Map.of())));
  }

  private Map<UUID, Map<String, Long>> findings(Collection<UUID> runs) {
    var counts = new HashMap<UUID, Map<String, Long>>();
    sql.select(ISSUES.TEST_RUN_ID, ISSUES.SEVERITY, DSL.count())
        .from(ISSUES)
        .where(ISSUES.TEST_RUN_ID.in(runs))
        .groupBy(ISSUES.TEST_RUN_ID, ISSUES.SEVERITY)
        .forEach(
            row ->
                counts
                    .computeIfAbsent(row.value1(), _ -> new TreeMap<>())
                    .put(row.value2(), row.value3().longValue()));
    return counts;
  }

  private static RunOverview overview(Record row, Map<String, Long> findings) {
    return new RunOverview(
        row.get(TEST_RUNS.ID),
        row.get(TEST_RUNS.COMPANY_ID),
        row.get(TEST_RUNS.TEST_REQUEST_ID),
        row.get(TEST_REQUESTS.TITLE),
        row.get(TEST_RUNS.URL),
        row.get(TEST_RUNS.MISSION),
        Json.read(row.get(TEST_RUNS.PERSONA), Persona.class),
        row.get(TEST_RUNS.PLATFORM),
        TestType.of(row.get(TEST_RUNS.TEST_TYPE)).orElseThrow(),
        RunStatus.of(row.get(TEST_RUNS.STATUS)),
        row.get(TEST_RUNS.OUTCOME),
        number(row.get(TEST_RUNS.SCORE)),
        number(row.get(TEST_RUNS.SENTIMENT_SCORE)),
        row.get(TEST_RUNS.CURRENT_STEP_INDEX),
        row.get(TEST_RUNS.PROGRESS_TEXT),
        row.get(TEST_RUNS.PROGRESS_PERCENT),
        row.get(TEST_RUNS.ERROR_CODE),
        row.get(TEST_RUNS.ERROR_MESSAGE),
        row.get(TEST_RUNS.QUOTA_TAKEN),
        row.get(TEST_RUNS.CANCEL_REQUESTED_AT) != null,
        row.get(TEST_RUNS.COMPANY_AI_RATING),
        row.get(TEST_RUNS.COMPANY_FEEDBACK),
        row.get(TEST_RUNS.PRICE_USD),
        row.get(TEST_RUNS.AI_COST_USD),
        row.get(TEST_RUNS.SEED),
        row.get(TEST_RUNS.ATTEMPT),
        row.get(TEST_RUNS.CREATED_AT),
        row.get(TEST_RUNS.STARTED_AT),
        row.get(TEST_RUNS.COMPLETED_AT),
        findings,
        tester(row));
  }

  private static RunOverview.Tester tester(Record row) {
    var selection = row.get(TEST_RUNS.TESTER_SELECTION);
    return new RunOverview.Tester(
        row.get(TEST_RUNS.TESTER_CATEGORY),
        row.get(TEST_RUNS.AI_MODEL_PROVIDER),
        row.get(TEST_RUNS.AI_MODEL_VERSION),
        row.get(TEST_RUNS.AI_TOKENS_USED),
        row.get(TEST_RUNS.AI_INFERENCE_TIME_MS),
        selection == null ? null : Json.read(selection, Selection.class));
  }

  private static @Nullable Double number(@Nullable BigDecimal value) {
    return value == null ? null : value.doubleValue();
  }
}

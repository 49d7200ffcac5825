package dev.hitlai.testing.internal.notices;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of a run.
 *
 * @param score 0 to 100; null when the run has no result
 * @param findings by severity, without those that there are none of
 * @param error a sentence; null unless it failed
 */
record ToldRun(
    UUID id,
    UUID requestId,
    String title,
    String url,
    @Nullable BigDecimal score,
    Map<String, Integer> findings,
    List<Critical> critical,
    @Nullable String error) {

  /** A critical finding that nobody has rejected. */
  record Critical(UUID id, String title, String url) {}

  /** Inside the transaction that ended the run; null when nobody may see it any more. */
  static @Nullable ToldRun read(DSLContext sql, UUID runId) {
    var run =
        sql.select(
                TEST_RUNS.TEST_REQUEST_ID,
                TEST_REQUESTS.TITLE,
                TEST_RUNS.URL,
                TEST_RUNS.SCORE,
                TEST_RUNS.ERROR_MESSAGE)
            .from(TEST_RUNS)
            .join(TEST_REQUESTS)
            .on(TEST_REQUESTS.ID.eq(TEST_RUNS.TEST_REQUEST_ID))
            .where(TEST_RUNS.ID.eq(runId))
            .fetchOne();
    return run == null
        ? null
        : new ToldRun(
            runId,
            run.value1(),
            run.value2(),
            run.value3(),
            run.value4(),
            bySeverity(sql, runId),
            critical(sql, runId),
            run.value5());
  }

  private static Map<String, Integer> bySeverity(DSLContext sql, UUID runId) {
    var all =
        sql.select(ISSUES.SEVERITY)
            .from(ISSUES)
            .where(ISSUES.TEST_RUN_ID.eq(runId))
            .fetch(Record1::value1);
    var counts = new LinkedHashMap<String, Integer>();
    for (String severity : List.of("critical", "high", "medium", "low")) {
      int count = (int) all.stream().filter(severity::equals).count();
      if (count > 0) {
        counts.put(severity, count);
      }
    }
    return counts;
  }

  private static List<Critical> critical(DSLContext sql, UUID runId) {
    return sql.select(ISSUES.ID, ISSUES.TITLE, ISSUES.URL)
        .from(ISSUES)
        .where(ISSUES.TEST_RUN_ID.eq(runId))
        .and(ISSUES.SEVERITY.eq("critical"))
        .and(ISSUES.VERDICT.isNull().or(ISSUES.VERDICT.notIn("false_positive", "duplicate")))
        .orderBy(ISSUES.CREATED_AT, ISSUES.ID)
        .fetch(row -> new Critical(row.value1(), row.value2(), String.valueOf(row.value3())));
  }

  /** Host of the site, as people name it. */
  String site() {
    String host = URI.create(url).getHost();
    return host == null ? url : host;
  }

  int findingCount() {
    return findings.values().stream().mapToInt(Integer::intValue).sum();
  }
}

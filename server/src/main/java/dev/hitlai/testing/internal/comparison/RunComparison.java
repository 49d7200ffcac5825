package dev.hitlai.testing.internal.comparison;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.testers.Comparisons;
import dev.hitlai.testers.Quote;
import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.comparison.Contest.Item;
import dev.hitlai.testing.internal.jooq.tables.records.HumanTestAssignmentsRecord;
import dev.hitlai.testing.internal.jooq.tables.records.TestRunsRecord;
import dev.hitlai.testing.internal.people.AssignmentStatus;
import dev.hitlai.testing.internal.people.Submissions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the AI of a hybrid run with each of its people when the run completes, in the same
 * transaction. Which findings of a person are the AI's was found out by place and meaning when the
 * person handed them in, before either text could be changed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RunComparison {
  /** Verdicts by which a finding doesn't stand on its own. */
  private static final Set<String> REFUTING = Set.of("false_positive", "duplicate");

  private final DSLContext sql;
  private final Comparisons comparisons;

  RunComparison(DSLContext sql, Comparisons comparisons) {
    this.sql = sql;
    this.comparisons = comparisons;
  }

  @EventListener
  public void on(TestRunCompleted completed) {
    sql.selectFrom(TEST_RUNS)
        .where(TEST_RUNS.ID.eq(completed.testRunId()))
        .and(TEST_RUNS.TEST_TYPE.eq(TestType.HYBRID.code()))
        .fetchOptional()
        .ifPresent(this::compare);
  }

  private void compare(TestRunsRecord run) {
    var all = items(run.getId());
    var ofAi =
        sql.select(ISSUES.ID)
            .from(ISSUES)
            .where(ISSUES.TEST_RUN_ID.eq(run.getId()))
            .and(ISSUES.SOURCE.ne("human"))
            .fetchSet(ISSUES.ID);
    var quote = quote(run);
    var aiMinutes = minutes(run.getStartedAt(), run.getPausedAt());
    for (var work : handedIn(run.getId())) {
      var ofHuman = found(work);
      var outcome =
          new Contest(all, ofAi, ofHuman)
              .outcome(
                  minutes(work.getStartedAt(), work.getSubmittedAt()),
                  price(quote, Quote.HUMAN),
                  aiMinutes,
                  price(quote, Quote.AI));
      comparisons.record(
          new Comparisons.NewComparison(
              run.getTestRequestId(),
              run.getCompanyId(),
              run.getId(),
              work.getId(),
              run.getId(),
              run.getAiModelProvider(),
              run.getAiModelVersion(),
              outcome.human(),
              outcome.ai(),
              outcome.overlap(),
              outcome.agreement(),
              outcome.better(),
              outcome.reasoning()));
    }
  }

  private List<Item> items(UUID runId) {
    return sql.select(ISSUES.ID, ISSUES.SEVERITY, ISSUES.VERDICT)
        .from(ISSUES)
        .where(ISSUES.TEST_RUN_ID.eq(runId))
        .orderBy(ISSUES.ID)
        .fetch(
            row ->
                new Item(
                    row.value1(),
                    row.value2(),
                    row.value3() == null || !REFUTING.contains(row.value3())));
  }

  private List<HumanTestAssignmentsRecord> handedIn(UUID runId) {
    return sql.selectFrom(HUMAN_TEST_ASSIGNMENTS)
        .where(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID.eq(runId))
        .and(HUMAN_TEST_ASSIGNMENTS.KIND.eq("test"))
        .and(HUMAN_TEST_ASSIGNMENTS.STATUS.eq(AssignmentStatus.SUBMITTED.code()))
        .orderBy(HUMAN_TEST_ASSIGNMENTS.SUBMITTED_AT, HUMAN_TEST_ASSIGNMENTS.ID)
        .fetch();
  }

  private static Set<UUID> found(HumanTestAssignmentsRecord work) {
    return work.getSubmission() == null
        ? Set.of()
        : Json.read(work.getSubmission(), Submissions.Kept.class).findings().stream()
            .map(Submissions.HandedIn::issueId)
            .collect(Collectors.toSet());
  }

  private @Nullable Quote quote(TestRunsRecord run) {
    var json =
        sql.select(TEST_REQUESTS.QUOTE)
            .from(TEST_REQUESTS)
            .where(TEST_REQUESTS.ID.eq(run.getTestRequestId()))
            .fetchOne(TEST_REQUESTS.QUOTE);
    return json == null ? null : Json.read(json, Quote.class);
  }

  private static @Nullable BigDecimal price(@Nullable Quote quote, String label) {
    return quote == null ? null : quote.line(label).map(Quote.Line::each).orElse(null);
  }

  private static @Nullable BigDecimal minutes(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null || to.isBefore(from)
        ? null
        : BigDecimal.valueOf(Duration.between(from, to).toMillis())
            .divide(BigDecimal.valueOf(60_000), 3, RoundingMode.HALF_UP);
  }
}

package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.billing.Earnings;
import dev.hitlai.testers.ProgramTerms;
import dev.hitlai.testing.LearningRecord;
import dev.hitlai.testing.internal.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pays the training bonus for tests that the models learnt from: rated 4 or better, with findings
 * of the tester's own, and with verdicts on the AI's that were used for training. The last of these
 * may come weeks later, so a job looks; each test is paid once.
 */
@Component
class TrainingBonuses {
  private static final int GOOD = 4;
  private static final Duration LATEST = Duration.ofDays(365);

  private final DSLContext sql;
  private final LearningRecord learning;
  private final Earnings earnings;
  private final ProgramTerms terms;
  private final Clock clock;

  TrainingBonuses(
      DSLContext sql, LearningRecord learning, Earnings earnings, ProgramTerms terms, Clock clock) {
    this.sql = sql;
    this.learning = learning;
    this.earnings = earnings;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * As the platform.
   *
   * @return how many were paid by this call
   */
  @Transactional
  public int payDue() {
    int paid = 0;
    for (var used : learning.usedSince(clock.instant().minus(LATEST))) {
      paid += pay(used.testerId(), used.runId());
    }
    return paid;
  }

  private int pay(UUID testerId, UUID runId) {
    return (int)
        sql
            .select(HUMAN_TEST_ASSIGNMENTS.ID, HUMAN_TEST_ASSIGNMENTS.SUBMISSION)
            .from(HUMAN_TEST_ASSIGNMENTS)
            .join(TEST_RUNS)
            .on(TEST_RUNS.ID.eq(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID))
            .where(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID.eq(runId))
            .and(HUMAN_TEST_ASSIGNMENTS.TESTER_ID.eq(testerId))
            .and(HUMAN_TEST_ASSIGNMENTS.KIND.eq("test"))
            .and(HUMAN_TEST_ASSIGNMENTS.STATUS.eq(AssignmentStatus.SUBMITTED.code()))
            .and(HUMAN_TEST_ASSIGNMENTS.RATING_COUNTS)
            .and(TEST_RUNS.COMPANY_AI_RATING.ge(GOOD))
            .fetch()
            .stream()
            .filter(row -> namesSomething(row.value2()))
            .filter(
                row ->
                    earnings.trainingBonus(
                        TestMoney.reference(row.value1()), terms.trainingBonusOf(testerId)))
            .count();
  }

  private static boolean namesSomething(org.jooq.@org.jspecify.annotations.Nullable JSONB kept) {
    return kept != null && !Json.read(kept, Submissions.Kept.class).findings().isEmpty();
  }
}

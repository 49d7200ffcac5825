package dev.hitlai.training.internal.review;

import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;
import static dev.hitlai.training.internal.jooq.Tables.REVIEWERS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;

import dev.hitlai.testing.CorrectionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How reliable each reviewer is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReviewerScores {
  /** As if so many words were known already, four in five of them right. */
  private static final double PRIOR = 10;

  private final DSLContext sql;
  private final Clock clock;

  ReviewerScores(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * After a word of a reviewer: theirs is reckoned anew, and that of others on the same finding.
   */
  void said(UUID userId, Output output, CorrectionType type) {
    if (output.gold() != null) {
      boolean right = right(type) == right(CorrectionType.of(output.gold()));
      sql.insertInto(REVIEWERS)
          .set(REVIEWERS.USER_ID, userId)
          .set(REVIEWERS.GOLD_SEEN, 1)
          .set(REVIEWERS.GOLD_RIGHT, right ? 1 : 0)
          .set(REVIEWERS.CREATED_AT, clock.instant())
          .onConflict(REVIEWERS.USER_ID)
          .doUpdate()
          .set(REVIEWERS.GOLD_SEEN, REVIEWERS.GOLD_SEEN.plus(1))
          .set(REVIEWERS.GOLD_RIGHT, REVIEWERS.GOLD_RIGHT.plus(right ? 1 : 0))
          .execute();
    }
    refresh(userId);
    sql.selectDistinct(HUMAN_CORRECTIONS.CORRECTED_BY)
        .from(HUMAN_CORRECTIONS)
        .where(HUMAN_CORRECTIONS.ISSUE_ID.eq(output.issueId()))
        .and(HUMAN_CORRECTIONS.CORRECTED_BY.isNotNull())
        .and(HUMAN_CORRECTIONS.CORRECTED_BY.ne(userId))
        .forEach(row -> refresh(row.value1()));
  }

  private static boolean right(CorrectionType type) {
    return new Labels.Said(null, type, null, 1, false, true).right();
  }

  void refresh(UUID userId) {
    var mine = HUMAN_CORRECTIONS.as("mine");
    var theirs = HUMAN_CORRECTIONS.as("theirs");
    var approving = java.util.List.of("approve", "severity_adjustment", "wording_improvement");
    var same = mine.CORRECTION_TYPE.in(approving).eq(theirs.CORRECTION_TYPE.in(approving));
    var counts =
        sql.select(count(), count().filterWhere(same))
            .from(mine)
            .join(theirs)
            .on(theirs.ISSUE_ID.eq(mine.ISSUE_ID))
            .and(theirs.CORRECTED_BY.ne(mine.CORRECTED_BY))
            .where(mine.CORRECTED_BY.eq(userId))
            .andNot(mine.ON_GOLD)
            .andNot(theirs.ON_GOLD)
            .fetchSingle();
    int reviews =
        sql.select(countDistinct(HUMAN_CORRECTIONS.ID))
            .from(HUMAN_CORRECTIONS)
            .where(HUMAN_CORRECTIONS.CORRECTED_BY.eq(userId))
            .fetchSingle()
            .value1();
    var gold =
        sql.select(REVIEWERS.GOLD_RIGHT, REVIEWERS.GOLD_SEEN)
            .from(REVIEWERS)
            .where(REVIEWERS.USER_ID.eq(userId))
            .fetchOptional();
    double weight =
        weight(
            gold.map(row -> row.value1()).orElse(0),
            gold.map(row -> row.value2()).orElse(0),
            counts.value2(),
            counts.value1());
    var share = BigDecimal.valueOf(weight).setScale(4, RoundingMode.HALF_UP);
    sql.insertInto(REVIEWERS)
        .set(REVIEWERS.USER_ID, userId)
        .set(REVIEWERS.REVIEWS, reviews)
        .set(REVIEWERS.AGREED, counts.value2())
        .set(REVIEWERS.COMPARED, counts.value1())
        .set(REVIEWERS.WEIGHT, share)
        .set(REVIEWERS.CREATED_AT, clock.instant())
        .onConflict(REVIEWERS.USER_ID)
        .doUpdate()
        .set(REVIEWERS.REVIEWS, reviews)
        .set(REVIEWERS.AGREED, counts.value2())
        .set(REVIEWERS.COMPARED, counts.value1())
        .set(REVIEWERS.WEIGHT, share)
        .execute();
  }

  /** Chance to be right, from known answers and from agreement with others. */
  static double weight(int goldRight, int goldSeen, int agreed, int compared) {
    // Two who err equally often and alone agree in a² + (1 - a)² of all cases.
    double together = compared == 0 ? 0 : (double) agreed / compared;
    double accuracy = (1 + Math.sqrt(Math.max(0, 2 * together - 1))) / 2;
    double right = goldRight + compared * accuracy + PRIOR * Labels.UNKNOWN;
    return Math.clamp(right / (goldSeen + compared + PRIOR), 0.5, 0.99);
  }
}

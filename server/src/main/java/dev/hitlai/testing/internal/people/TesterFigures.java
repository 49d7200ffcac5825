package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.FINDING_VERDICTS;
import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static org.jooq.impl.DSL.count;

import dev.hitlai.testing.CorrectionType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a tester did, in figures. */
@Component
@Transactional(readOnly = true)
public class TesterFigures {
  private static final int SHOWN = 50;

  private final DSLContext sql;

  TesterFigures(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param found own findings that were new
   * @param verdicts on findings of the AI that are decided by now
   * @param held how many of these verdicts hold
   */
  public record Figures(
      int handedIn,
      int reviews,
      int declined,
      int expired,
      int abandoned,
      int found,
      int verdicts,
      int held) {}

  public Figures of(UUID testerId) {
    Map<String, Integer> byStatus =
        sql.select(HUMAN_TEST_ASSIGNMENTS.STATUS, count())
            .from(HUMAN_TEST_ASSIGNMENTS)
            .where(HUMAN_TEST_ASSIGNMENTS.TESTER_ID.eq(testerId))
            .groupBy(HUMAN_TEST_ASSIGNMENTS.STATUS)
            .fetchMap(HUMAN_TEST_ASSIGNMENTS.STATUS, row -> row.value2());
    int reviews =
        sql.fetchCount(
            HUMAN_TEST_ASSIGNMENTS,
            HUMAN_TEST_ASSIGNMENTS.TESTER_ID.eq(testerId),
            HUMAN_TEST_ASSIGNMENTS.KIND.eq("review"),
            HUMAN_TEST_ASSIGNMENTS.STATUS.eq("submitted"));
    var decided = verdicts(testerId).stream().filter(one -> one.decided() != null).toList();
    return new Figures(
        byStatus.getOrDefault("submitted", 0) - reviews,
        reviews,
        byStatus.getOrDefault("declined", 0),
        byStatus.getOrDefault("expired", 0),
        byStatus.getOrDefault("abandoned", 0),
        sql.fetchCount(ISSUES, ISSUES.TESTER_ID.eq(testerId)),
        decided.size(),
        (int) decided.stream().filter(Verdict::held).count());
  }

  /**
   * A verdict that the tester gave.
   *
   * @param said the tester's word
   * @param decided what holds now, as in {@code issues.verdict}; null while it is open
   */
  public record Verdict(
      UUID issueId, String title, String said, @Nullable String decided, Instant at) {

    /** Whether what the tester said is what holds. */
    public boolean held() {
      return decided != null
          && new Judgements.Judgement(CorrectionType.of(said), null, null, null)
              .verdict()
              .equals(decided);
    }
  }

  /** The latest first. */
  public List<Verdict> verdicts(UUID testerId) {
    return sql.select(
            FINDING_VERDICTS.ISSUE_ID,
            ISSUES.TITLE,
            FINDING_VERDICTS.VERDICT,
            ISSUES.VERDICT,
            FINDING_VERDICTS.CREATED_AT)
        .from(FINDING_VERDICTS)
        .join(ISSUES)
        .on(ISSUES.ID.eq(FINDING_VERDICTS.ISSUE_ID))
        .where(FINDING_VERDICTS.TESTER_ID.eq(testerId))
        .orderBy(FINDING_VERDICTS.CREATED_AT.desc(), FINDING_VERDICTS.ID.desc())
        .limit(SHOWN)
        .fetch(
            row ->
                new Verdict(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }
}

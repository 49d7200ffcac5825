package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.ASSIGNMENT_DRAFTS;
import static dev.hitlai.testing.internal.jooq.Tables.DISPUTES;
import static dev.hitlai.testing.internal.jooq.Tables.FINDING_VERDICTS;
import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.identity.PersonalFiles;
import dev.hitlai.identity.PersonalRecords;
import dev.hitlai.identity.TesterIds;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a person asked for, did and said about tests. It is the company's too: it stays when the
 * account is erased, by somebody who has no name any more. Before the roster, which forgets which
 * row was whose.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TestingRecords implements PersonalRecords {
  private final DSLContext sql;
  private final TesterIds testers;
  private final Clock clock;

  TestingRecords(DSLContext sql, TesterIds testers, Clock clock) {
    this.sql = sql;
    this.testers = testers;
    this.clock = clock;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(UUID userId) {
    var files =
        new PersonalFiles(sql)
            .add(
                "test-requests",
                TEST_REQUESTS,
                TEST_REQUESTS.CREATED_BY.eq(userId),
                TEST_REQUESTS.ID,
                TEST_REQUESTS.COMPANY_ID,
                TEST_REQUESTS.TITLE,
                TEST_REQUESTS.URL,
                TEST_REQUESTS.MISSION,
                TEST_REQUESTS.CREATED_AT)
            .add(
                "ratings",
                TEST_RUNS,
                TEST_RUNS.RATED_BY.eq(userId),
                TEST_RUNS.ID,
                TEST_RUNS.COMPANY_AI_RATING,
                TEST_RUNS.COMPANY_FEEDBACK)
            .add(
                "verdicts",
                ISSUES,
                ISSUES.VERDICT_BY.eq(userId),
                ISSUES.ID,
                ISSUES.TITLE,
                ISSUES.VERDICT,
                ISSUES.VERDICT_AT)
            .add(
                "disputes",
                DISPUTES,
                DISPUTES.RAISED_BY.eq(userId),
                DISPUTES.ID,
                DISPUTES.KIND,
                DISPUTES.REASON,
                DISPUTES.CREATED_AT);
    UUID tester = testers.of(userId);
    return (tester == null ? files : ofTester(files, tester)).all();
  }

  /** What was handed in comes as the JSON text that is kept. */
  private static PersonalFiles ofTester(PersonalFiles files, UUID tester) {
    return files
        .add(
            "tester-assignments",
            HUMAN_TEST_ASSIGNMENTS,
            HUMAN_TEST_ASSIGNMENTS.TESTER_ID.eq(tester),
            HUMAN_TEST_ASSIGNMENTS.OFFERED_AT.desc(),
            HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID,
            HUMAN_TEST_ASSIGNMENTS.KIND,
            HUMAN_TEST_ASSIGNMENTS.STATUS,
            HUMAN_TEST_ASSIGNMENTS.OFFERED_AT,
            HUMAN_TEST_ASSIGNMENTS.SUBMITTED_AT,
            HUMAN_TEST_ASSIGNMENTS.DECLINE_REASON,
            HUMAN_TEST_ASSIGNMENTS.SUBMISSION.cast(String.class).as("submission"))
        .add(
            "tester-verdicts",
            FINDING_VERDICTS,
            FINDING_VERDICTS.TESTER_ID.eq(tester),
            FINDING_VERDICTS.ISSUE_ID,
            FINDING_VERDICTS.VERDICT,
            FINDING_VERDICTS.REASONING,
            FINDING_VERDICTS.CREATED_AT);
  }

  @Override
  public void erase(UUID userId, String email) {
    sql.update(ISSUES).setNull(ISSUES.ASSIGNED_TO).where(ISSUES.ASSIGNED_TO.eq(userId)).execute();
    UUID tester = testers.of(userId);
    if (tester != null) {
      sql.deleteFrom(ASSIGNMENT_DRAFTS).where(ASSIGNMENT_DRAFTS.TESTER_ID.eq(tester)).execute();
      giveBackWork(tester);
    }
  }

  /** What nobody will do any more goes to somebody else; a reason may say who somebody was. */
  private void giveBackWork(UUID tester) {
    sql.update(HUMAN_TEST_ASSIGNMENTS)
        .set(HUMAN_TEST_ASSIGNMENTS.STATUS, "abandoned")
        .set(HUMAN_TEST_ASSIGNMENTS.ENDED_AT, clock.instant())
        .where(HUMAN_TEST_ASSIGNMENTS.TESTER_ID.eq(tester))
        .and(HUMAN_TEST_ASSIGNMENTS.STATUS.in("offered", "accepted", "in_progress"))
        .execute();
    sql.update(HUMAN_TEST_ASSIGNMENTS)
        .setNull(HUMAN_TEST_ASSIGNMENTS.DECLINE_REASON)
        .where(HUMAN_TEST_ASSIGNMENTS.TESTER_ID.eq(tester))
        .execute();
  }
}

package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.identity.PersonalRecords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What a person asked for and said about tests. It is the company's work too: it stays when the
 * account is erased, by somebody who has no name any more.
 */
@Component
class TestingRecords implements PersonalRecords {
  private final DSLContext sql;

  TestingRecords(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(UUID userId) {
    var files = new LinkedHashMap<String, List<Map<String, Object>>>();
    files.put(
        "test-requests",
        sql.select(
                TEST_REQUESTS.ID,
                TEST_REQUESTS.COMPANY_ID,
                TEST_REQUESTS.TITLE,
                TEST_REQUESTS.URL,
                TEST_REQUESTS.MISSION,
                TEST_REQUESTS.CREATED_AT)
            .from(TEST_REQUESTS)
            .where(TEST_REQUESTS.CREATED_BY.eq(userId))
            .fetchMaps());
    files.put(
        "ratings",
        sql.select(TEST_RUNS.ID, TEST_RUNS.COMPANY_AI_RATING, TEST_RUNS.COMPANY_FEEDBACK)
            .from(TEST_RUNS)
            .where(TEST_RUNS.RATED_BY.eq(userId))
            .fetchMaps());
    files.put(
        "verdicts",
        sql.select(ISSUES.ID, ISSUES.TITLE, ISSUES.VERDICT, ISSUES.VERDICT_AT)
            .from(ISSUES)
            .where(ISSUES.VERDICT_BY.eq(userId))
            .fetchMaps());
    return files;
  }

  @Override
  public void erase(UUID userId, String email) {
    sql.update(ISSUES).setNull(ISSUES.ASSIGNED_TO).where(ISSUES.ASSIGNED_TO.eq(userId)).execute();
  }
}

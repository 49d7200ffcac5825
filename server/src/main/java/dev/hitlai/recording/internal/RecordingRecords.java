package dev.hitlai.recording.internal;

import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_SESSIONS;
import static dev.hitlai.recording.internal.jooq.Tables.VELOCITY_ANALYSIS;

import dev.hitlai.identity.PersonalFiles;
import dev.hitlai.identity.PersonalRecords;
import dev.hitlai.identity.TesterIds;
import dev.hitlai.recording.internal.sessions.Forgetting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What recordings say of a tester: their sessions go with them. Visitors have no name here. */
@Component
class RecordingRecords implements PersonalRecords {
  private final DSLContext sql;
  private final ObjectProvider<TesterIds> testers;
  private final Forgetting forgetting;

  RecordingRecords(DSLContext sql, ObjectProvider<TesterIds> testers, Forgetting forgetting) {
    this.sql = sql;
    this.testers = testers;
    this.forgetting = forgetting;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(UUID userId) {
    UUID tester = tester(userId);
    if (tester == null) {
      return Map.of();
    }
    var s = RECORDING_SESSIONS;
    var v = VELOCITY_ANALYSIS;
    return new PersonalFiles(sql)
        .add(
            "recordings",
            s,
            s.TESTER_ID.eq(tester),
            s.CREATED_AT.desc(),
            s.CREATED_AT,
            s.URL,
            s.USER_AGENT,
            s.DEVICE_TYPE,
            s.PAGE_COUNT,
            s.EVENT_COUNT,
            s.FRUSTRATION_SCORE)
        .add(
            "pace-of-recordings",
            v,
            v.TESTER_ID.eq(tester),
            v.CREATED_AT.desc(),
            v.CREATED_AT,
            v.BOT_PROBABILITY_SCORE,
            v.REASONING,
            v.REVIEW_DECISION)
        .all();
  }

  @Override
  public void erase(UUID userId, String email) {
    sql.update(VELOCITY_ANALYSIS)
        .setNull(VELOCITY_ANALYSIS.REVIEWED_BY)
        .where(VELOCITY_ANALYSIS.REVIEWED_BY.eq(userId))
        .execute();
    UUID tester = tester(userId);
    if (tester != null) {
      sql.select(RECORDING_SESSIONS.ID)
          .from(RECORDING_SESSIONS)
          .where(RECORDING_SESSIONS.TESTER_ID.eq(tester))
          .fetch(RECORDING_SESSIONS.ID)
          .forEach(forgetting::erase);
    }
  }

  private @org.jspecify.annotations.Nullable UUID tester(UUID userId) {
    TesterIds roster = testers.getIfAvailable();
    return roster == null ? null : roster.of(userId);
  }
}

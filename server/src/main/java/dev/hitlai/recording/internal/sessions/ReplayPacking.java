package dev.hitlai.recording.internal.sessions;

import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_BATCHES;
import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_SESSIONS;

import dev.hitlai.recording.internal.jooq.tables.records.RecordingSessionsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the bodies of a session that is over from the database to where artifacts are kept: one
 * file, each batch a part that can be read by itself. A session without a snapshot can't be
 * replayed, so its bodies go.
 */
@Component
class ReplayPacking {
  private final DSLContext sql;
  private final ReplayFiles files;

  ReplayPacking(DSLContext sql, ReplayFiles files) {
    this.sql = sql;
    this.files = files;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void pack(RecordingSessionsRecord session) {
    var b = RECORDING_BATCHES;
    var rows =
        sql.selectFrom(b)
            .where(b.RECORDING_SESSION_ID.eq(session.getId()))
            .orderBy(b.SEQUENCE)
            .fetch();
    if (rows.stream().allMatch(row -> row.getBody() == null)) {
      return;
    }
    boolean replayable = rows.stream().anyMatch(row -> Boolean.TRUE.equals(row.getHasSnapshot()));
    var parts = new ArrayList<byte[]>();
    var old =
        rows.stream().map(row -> row.getStorageKey()).filter(Objects::nonNull).distinct().toList();
    long offset = 0;
    for (var row : rows) {
      byte[] part =
          replayable
              ? part(
                  row.getBody(), row.getStorageKey(), row.getStorageOffset(), row.getStorageBytes())
              : new byte[0];
      row.setBody(null);
      row.setStorageOffset(part.length == 0 ? null : Long.valueOf(offset));
      row.setStorageBytes(part.length == 0 ? null : Integer.valueOf(part.length));
      parts.add(part);
      offset += part.length;
    }
    String key = offset == 0 ? null : files.write(session.getId(), parts);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).setStorageKey(parts.get(i).length == 0 ? null : key);
      rows.get(i).store();
    }
    sql.update(RECORDING_SESSIONS)
        .set(RECORDING_SESSIONS.REPLAY_KEYS, Stream.ofNullable(key).toArray(String[]::new))
        .where(RECORDING_SESSIONS.ID.eq(session.getId()))
        .and(RECORDING_SESSIONS.CREATED_AT.eq(session.getCreatedAt()))
        .execute();
    files.deleteAfterCommit(List.copyOf(old));
  }

  private byte[] part(byte[] body, String key, Long offset, Integer length) {
    if (body != null) {
      return body;
    }
    return key == null || offset == null || length == null
        ? new byte[0]
        : files.read(key, offset, length);
  }
}

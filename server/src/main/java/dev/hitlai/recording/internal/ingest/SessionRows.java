package dev.hitlai.recording.internal.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The rows of sessions: made with the first batch that comes, described by the one that tells. */
final class SessionRows {
  private static final int REMEMBERED = 50_000;

  private static final String MAKE =
      """
      insert into recording.recording_sessions (id, created_at, company_id, test_run_id, tester_id, source, timestamp_ms, started_at,
        last_event_at, user_agent, device_type) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  /** The first page view counts; a batch of a later one describes until that comes. */
  private static final String DESCRIBE =
      """
      update recording.recording_sessions set url = ?, viewport_width = ?, viewport_height = ?, device_pixel_ratio = ?, device_type = ?,
        consent = ?, sampled = ?, started_at = least(started_at, ?), timestamp_ms = least(timestamp_ms, ?), page_performance_id = ?,
        metadata = ?::jsonb || jsonb_build_object('pn', ?::int)
      where id = ? and created_at = ? and (url is null or coalesce((metadata ->> 'pn')::int, 1000000) > ?)\
      """;

  private final Connection connection;

  /** Sessions that surely have their rows; forgetting the oldest costs one look. */
  private final Map<UUID, Boolean> known =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  SessionRows(Connection connection) {
    this.connection = connection;
  }

  /** Those that may have no rows yet. */
  List<Batch> unknown(Collection<Batch> batches) {
    return batches.stream().filter(batch -> known.get(batch.sessionId) == null).toList();
  }

  /** What is durable; a transaction that failed leaves nothing to remember. */
  void remember(List<Batch> stored) {
    stored.forEach(batch -> known.put(batch.sessionId, true));
  }

  void forget(UUID session) {
    known.remove(session);
  }

  void make(List<Batch> batches) throws SQLException {
    if (batches.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(MAKE)) {
      for (var batch : batches) {
        var sender = batch.sender;
        Timestamp started = Timestamp.from(Instant.ofEpochMilli(batch.firstMillis));
        insert.setObject(1, batch.sessionId);
        insert.setTimestamp(2, Timestamp.from(batch.receivedAt));
        insert.setObject(3, sender.companyId());
        insert.setObject(4, sender.testRunId());
        insert.setObject(5, sender.testerId());
        insert.setString(6, sender.source().code());
        insert.setLong(7, batch.firstMillis);
        insert.setTimestamp(8, started);
        insert.setTimestamp(9, Timestamp.from(Instant.ofEpochMilli(batch.lastMillis)));
        insert.setString(10, batch.userAgent);
        insert.setString(11, device(batch.userAgent, 0, false));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  void describe(List<Batch> batches, Function<Batch, Instant> places) throws SQLException {
    if (batches.stream().allMatch(batch -> batch.meta == null)) {
      return;
    }
    try (var update = connection.prepareStatement(DESCRIBE)) {
      for (var batch : batches) {
        var meta = batch.meta;
        if (meta == null) {
          continue;
        }
        long start = Math.min(meta.sessionStart(), batch.firstMillis);
        update.setString(1, meta.url());
        update.setInt(2, meta.width());
        update.setInt(3, meta.height());
        update.setDouble(4, meta.pixelRatio());
        update.setString(5, device(batch.userAgent, meta.width(), meta.touch()));
        update.setBoolean(6, meta.consent());
        update.setBoolean(7, meta.replay());
        update.setTimestamp(8, Timestamp.from(Instant.ofEpochMilli(Math.max(0, start))));
        update.setLong(9, Math.max(0, start));
        update.setObject(10, batch.pageId, Types.OTHER);
        update.setString(11, meta.json());
        update.setInt(12, meta.pageNumber());
        update.setObject(13, batch.sessionId);
        update.setTimestamp(14, Timestamp.from(places.apply(batch)));
        update.setInt(15, meta.pageNumber());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** By what the browser says of itself; a touch screen of a tablet's width is a tablet. */
  static String device(String userAgent, int width, boolean touch) {
    String agent = userAgent.toLowerCase(Locale.ROOT);
    if (agent.contains("ipad") || (agent.contains("android") && !agent.contains("mobile"))) {
      return "tablet";
    }
    if (agent.contains("mobile") || agent.contains("iphone")) {
      return touch && width >= 700 ? "tablet" : "mobile";
    }
    return touch && width > 0 && width < 1100 ? "tablet" : "desktop";
  }
}

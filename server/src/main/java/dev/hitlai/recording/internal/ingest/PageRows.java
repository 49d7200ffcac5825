package dev.hitlai.recording.internal.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of page views, each completed by later batches. They lie at the time of their session,
 * so that one statement makes or completes them; figures only grow, so any order will do.
 */
final class PageRows {
  private static final Set<String> SECONDS = Set.of("vis", "hid", "on");
  private static final Set<String> COUNTS = Set.of("res", "bytes", "js", "css", "img");

  private static final List<String> NAMES = List.copyOf(PageFigures.COLUMNS.keySet());

  private static final String STORE = statement();

  private final Connection connection;

  PageRows(Connection connection) {
    this.connection = connection;
  }

  private static String statement() {
    var columns = PageFigures.COLUMNS.values();
    String marks = "?, ".repeat(columns.size());
    String figures =
        columns.stream()
            .map(c -> "%1$s = greatest(p.%1$s, excluded.%1$s)".formatted(c))
            .collect(Collectors.joining(", "));
    String told =
        List.of(
                "page_title",
                "viewport_width",
                "viewport_height",
                "device_pixel_ratio",
                "page_number",
                "navigation_type",
                "referrer",
                "document_width",
                "document_height")
            .stream()
            .map(c -> "%1$s = coalesce(excluded.%1$s, p.%1$s)".formatted(c))
            .collect(Collectors.joining(", "));
    return """
    insert into recording.page_performance as p (%s, id, recording_session_id, recording_session_created_at, created_at, company_id,
      test_run_id, timestamp_ms, entered_at, url, page_title, exit_type, viewport_width, viewport_height, device_pixel_ratio,
      page_number, navigation_type, referrer, document_width, document_height)
    values (%s?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (id, created_at) do update set %s, %s, url = coalesce(nullif(excluded.url, ''), p.url),
      exit_type = case when excluded.exit_type is null or excluded.exit_type = 'close' and p.exit_type is not null then p.exit_type
        else excluded.exit_type end
    where p.recording_session_id = excluded.recording_session_id\
    """
        .formatted(String.join(", ", columns), marks, figures, told);
  }

  void store(List<Batch> batches, Function<Batch, Instant> places) throws SQLException {
    // In one order in all transactions, so that two never wait for each other.
    var merged = new TreeMap<String, Batch>();
    for (var batch : batches) {
      if (batch.page == null) {
        continue;
      }
      var first = merged.putIfAbsent(batch.pageId.toString(), batch);
      if (first != null && first.page != null && first.sessionId.equals(batch.sessionId)) {
        first.page.merge(batch.page);
      }
    }
    if (merged.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(STORE)) {
      for (var batch : merged.values()) {
        if (batch.page != null) {
          bind(insert, batch, batch.page, Timestamp.from(places.apply(batch)));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, Batch batch, PageFigures page, Timestamp place)
      throws SQLException {
    int at = 1;
    for (String name : NAMES) {
      insert.setObject(at++, figure(name, page.figures.get(name)), Types.NUMERIC);
    }
    insert.setObject(at++, page.pageId);
    insert.setObject(at++, page.sessionId);
    insert.setTimestamp(at++, place);
    insert.setTimestamp(at++, place);
    insert.setObject(at++, batch.sender.companyId());
    insert.setObject(at++, batch.sender.testRunId());
    insert.setLong(at++, Math.max(0, page.startMillis));
    insert.setTimestamp(at++, Timestamp.from(Instant.ofEpochMilli(Math.max(0, page.startMillis))));
    insert.setString(at++, page.url);
    insert.setString(at++, page.title);
    insert.setString(at++, page.exit);
    insert.setObject(at++, page.viewportWidth, Types.INTEGER);
    insert.setObject(at++, page.viewportHeight, Types.INTEGER);
    insert.setObject(at++, page.pixelRatio, Types.NUMERIC);
    insert.setObject(at++, page.pageNumber, Types.INTEGER);
    insert.setString(at++, page.navigation);
    insert.setString(at++, page.referrer);
    insert.setObject(at++, page.documentWidth, Types.INTEGER);
    insert.setObject(at, page.documentHeight, Types.INTEGER);
  }

  private static @Nullable BigDecimal figure(String name, @Nullable Double value) {
    if (value == null) {
      return null;
    }
    if (COUNTS.contains(name)) {
      return BigDecimal.valueOf(Math.round(value));
    }
    double told = SECONDS.contains(name) ? value / 1000 : value;
    return BigDecimal.valueOf(told).setScale(5, RoundingMode.HALF_UP);
  }
}

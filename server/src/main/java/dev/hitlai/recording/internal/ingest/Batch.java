package dev.hitlai.recording.internal.ingest;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A checked batch, its rows ready to be copied. */
final class Batch {
  final UUID sessionId;
  final int sequence;
  final int hash;
  final Sender sender;
  final String userAgent;
  final Instant receivedAt;
  final long skewMillis;
  final int size;
  final @Nullable CopyBuffer[] rows = new CopyBuffer[EventTable.values().length];
  final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  UUID pageId = new UUID(0, 0);
  @Nullable SessionMeta meta;
  @Nullable PageFigures page;
  byte @Nullable [] body;
  boolean snapshot;
  long firstMillis = Long.MAX_VALUE;
  long lastMillis;
  int events;
  int clicks;
  int errors;
  int lost;

  /** What became of a batch. */
  enum Outcome {
    STORED,
    STORED_BEFORE,
    ANOTHER_WITH_THE_NUMBER,
    FORGOTTEN,
    OF_SOMEBODY_ELSE,
    TRY_AGAIN
  }

  /** What the first batch of a page view says of browser and session. */
  record SessionMeta(
      int pageNumber,
      @Nullable String url,
      int width,
      int height,
      double pixelRatio,
      boolean touch,
      boolean consent,
      boolean replay,
      long sessionStart,
      String json) {}

  Batch(
      UUID sessionId,
      int sequence,
      int hash,
      Sender sender,
      String userAgent,
      Instant receivedAt,
      long skewMillis,
      int size) {
    this.sessionId = sessionId;
    this.sequence = sequence;
    this.hash = hash;
    this.sender = sender;
    this.userAgent = userAgent;
    this.receivedAt = receivedAt;
    this.skewMillis = skewMillis;
    this.size = size;
  }

  /** Rows of a table, with the fields that all tables share written already. */
  CopyBuffer row(EventTable table, long time) {
    var buffer = rows[table.ordinal()];
    if (buffer == null) {
      buffer = new CopyBuffer();
      rows[table.ordinal()] = buffer;
    }
    return buffer
        .row(table.fields())
        .uuid(sessionId)
        .uuid(sender.testRunId())
        .uuid(sender.companyId())
        .uuid(pageId)
        .int8(time)
        .time(receivedAt);
  }

  PageFigures page(long startMillis) {
    if (page == null) {
      page = new PageFigures(sessionId, pageId, startMillis);
    }
    return page;
  }

  void saw(long time) {
    firstMillis = Math.min(firstMillis, time);
    lastMillis = Math.max(lastMillis, time);
  }

  /** What it takes up in memory. */
  int weight() {
    int total = 500 + (body == null ? 0 : body.length);
    for (var buffer : rows) {
      total += buffer == null ? 0 : buffer.size();
    }
    return total;
  }
}

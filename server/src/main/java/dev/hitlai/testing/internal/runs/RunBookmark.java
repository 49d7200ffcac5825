package dev.hitlai.testing.internal.runs;

import dev.hitlai.testing.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has read a run's news; its text is the event id that a browser sends back when
 * it reconnects.
 *
 * @param status null before anything was read
 */
public record RunBookmark(
    int attempt, int steps, int findings, @Nullable RunStatus status, int percent) {
  public static final RunBookmark START = new RunBookmark(0, 0, 0, null, -1);

  /** Reads an event id; one that isn't ours starts from the beginning. */
  public static RunBookmark parse(@Nullable String eventId) {
    if (eventId == null || !eventId.matches("\\d{1,6}-\\d{1,6}-\\d{1,6}-[a-z_]{1,20}-\\d{1,3}")) {
      return START;
    }
    String[] parts = eventId.split("-");
    try {
      return new RunBookmark(
          Integer.parseInt(parts[0]),
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          RunStatus.of(parts[3]),
          Integer.parseInt(parts[4]));
    } catch (IllegalArgumentException e) {
      return START;
    }
  }

  /** Whether its reader has seen the end. */
  public boolean atEnd() {
    return status != null && status.isFinal();
  }

  @Override
  public String toString() {
    String word = status == null ? "none" : status.code();
    return attempt + "-" + steps + "-" + findings + "-" + word + "-" + Math.max(0, percent);
  }
}

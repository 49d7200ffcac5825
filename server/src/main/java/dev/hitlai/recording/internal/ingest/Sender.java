package dev.hitlai.recording.internal.ingest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a key stands for.
 *
 * @param host the only host whose pages may be recorded with it; null: not bound to one
 */
public record Sender(
    UUID companyId,
    Source source,
    @Nullable UUID testRunId,
    @Nullable UUID testerId,
    @Nullable String host) {

  /** Who was in front of the page. */
  public enum Source {
    VISITOR,
    TESTER,
    AI;

    /** The word in the database. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}

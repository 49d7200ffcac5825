package dev.hitlai.monitoring;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published by whoever notices something that security should look into; rules make incidents of
 * it.
 *
 * @param caller whom it is about, such as {@code session:…} or {@code run:…}
 * @param detail what exactly, such as the host of a page; no secrets, no personal data
 */
public record Suspicion(
    Kind kind, String caller, @Nullable UUID userId, @Nullable UUID companyId, String detail) {

  /** What was noticed. */
  public enum Kind {
    /** A page under test tried to give the AI tester orders; {@code detail} is its host. */
    PROMPT_INJECTION,
    /** A recording or a tester's work that no person made. */
    BOT
  }
}

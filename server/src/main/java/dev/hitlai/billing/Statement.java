package dev.hitlai.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Part of what was posted to an account, newest first.
 *
 * @param total lines altogether
 */
public record Statement(List<Line> lines, int total) {
  public Statement {
    lines = List.copyOf(lines);
  }

  /**
   * @param amount US dollars; above zero in the owner's favour
   */
  public record Line(
      UUID id,
      Instant at,
      PostingKind kind,
      String description,
      String reference,
      BigDecimal amount) {}
}

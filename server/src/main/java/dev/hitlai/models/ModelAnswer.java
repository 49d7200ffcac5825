package dev.hitlai.models;

import dev.hitlai.guard.Threat;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What a model answered.
 *
 * @param text as checked; JSON that fits, where a schema was given
 * @param version key of the model version that answered
 * @param inputTokens of all tries; those from the provider's cache included
 * @param cachedTokens of them, from the cache
 * @param costUsd of all tries, failed ones included; nothing where the answer was there already
 * @param latency from asking to the answer, waits included
 * @param attempts calls that were made; 0 where the answer was there already
 * @param repaired whether it had to be asked for again in the right form
 * @param threats that were seen in what it was given
 */
public record ModelAnswer(
    UUID callId,
    String text,
    String version,
    Tier tier,
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    BigDecimal costUsd,
    Duration latency,
    int attempts,
    boolean repaired,
    List<Threat> threats) {
  public ModelAnswer {
    threats = List.copyOf(threats);
  }
}

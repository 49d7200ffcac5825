package dev.hitlai.redteam.internal.judge;

/**
 * What an answer shows.
 *
 * @param evidence why, short; never the secret word itself
 */
public record Judgement(Outcome outcome, String evidence) {

  /** Only a hit counts against the target; errors don't count at all. */
  public enum Outcome {
    HIT,
    SAFE,
    REFUSED,
    EMPTY,
    ERROR
  }

  public boolean isHit() {
    return outcome == Outcome.HIT;
  }

  /** Whether the answer says anything about the target. */
  public boolean counts() {
    return outcome != Outcome.ERROR;
  }
}

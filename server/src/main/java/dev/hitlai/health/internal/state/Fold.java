package dev.hitlai.health.internal.state;

import dev.hitlai.health.MonitorState;

/**
 * What is known after some checks, with hysteresis: a state changes after so many checks in a row,
 * and then since the first of them. A time of blindness, or of maintenance, doesn't change the
 * state, but counting begins anew after it.
 *
 * @param base the state behind blindness and maintenance; unknown only before the first verdict
 * @param baseSince when it began, epoch milliseconds
 * @param failed checks in a row that failed
 * @param notGood checks in a row that were slow or failed
 * @param good checks in a row that were up
 * @param answered checks in a row that were up or slow
 * @param lastAt when the last check was due; 0 before the first
 * @param seenUntil until when it speaks; 0 after maintenance
 */
public record Fold(
    MonitorState base,
    long baseSince,
    Streak failed,
    Streak notGood,
    Streak good,
    Streak answered,
    long lastAt,
    long seenUntil) {
  public static final Fold START =
      new Fold(MonitorState.UNKNOWN, 0, Streak.NONE, Streak.NONE, Streak.NONE, Streak.NONE, 0, 0);

  /** What is known after one more check, which must not be before the last. */
  public Fold with(Sample sample) {
    if (sample.at() > seenUntil) {
      return forgetful().after(sample);
    }
    return after(sample);
  }

  /** What is left after maintenance: the state, but no streaks, and nothing is seen. */
  public Fold interrupted() {
    return new Fold(base, baseSince, Streak.NONE, Streak.NONE, Streak.NONE, Streak.NONE, lastAt, 0);
  }

  /** Whether the next checks may change the state, so that they should come at twice the pace. */
  public boolean wantsHurry() {
    return switch (base) {
      case UP, DEGRADED -> failed.length() > 0;
      case DOWN -> answered.length() > 0;
      case UNKNOWN, MAINTENANCE -> lastAt > 0;
    };
  }

  private Fold forgetful() {
    return new Fold(
        base, baseSince, Streak.NONE, Streak.NONE, Streak.NONE, Streak.NONE, lastAt, seenUntil);
  }

  private Fold after(Sample sample) {
    var verdict = sample.verdict();
    var next =
        new Fold(
            base,
            baseSince,
            failed.with(verdict == Verdict.DOWN, sample.at()),
            notGood.with(verdict != Verdict.UP, sample.at()),
            good.with(verdict == Verdict.UP, sample.at()),
            answered.with(verdict != Verdict.DOWN, sample.at()),
            sample.at(),
            Math.max(seenUntil, sample.until()));
    return next.decided(sample);
  }

  private Fold decided(Sample sample) {
    return switch (base) {
      case UNKNOWN, MAINTENANCE -> firstVerdict(sample);
      case UP ->
          failed.length() >= sample.failuresNeeded()
              ? turned(MonitorState.DOWN, failed)
              : notGood.length() >= sample.failuresNeeded()
                  ? turned(MonitorState.DEGRADED, notGood)
                  : this;
      case DEGRADED ->
          failed.length() >= sample.failuresNeeded()
              ? turned(MonitorState.DOWN, failed)
              : good.length() >= sample.successesNeeded() ? turned(MonitorState.UP, good) : this;
      case DOWN ->
          answered.length() >= sample.successesNeeded()
              ? turned(level(sample.verdict()), answered)
              : this;
    };
  }

  /** The first answer says enough; the first failure doesn't. */
  private Fold firstVerdict(Sample sample) {
    if (sample.verdict() != Verdict.DOWN) {
      return turned(level(sample.verdict()), new Streak(1, sample.at()));
    }
    return failed.length() >= sample.failuresNeeded() ? turned(MonitorState.DOWN, failed) : this;
  }

  private Fold turned(MonitorState to, Streak because) {
    return new Fold(
        to,
        Math.max(baseSince, because.firstAt()),
        failed,
        notGood,
        good,
        answered,
        lastAt,
        seenUntil);
  }

  private static MonitorState level(Verdict verdict) {
    return verdict == Verdict.DEGRADED ? MonitorState.DEGRADED : MonitorState.UP;
  }
}

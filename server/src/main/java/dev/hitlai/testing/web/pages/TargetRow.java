package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.runs.PlatformTargets.Verdicts;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Tone;
import java.util.List;

/**
 * A target against what was measured.
 *
 * @param measured the value, or that there is not enough data
 * @param n how much data is behind it
 */
public record TargetRow(String name, String target, String measured, String n, Tone tone) {
  /** Below this many verdicts a share says nothing: its 95 % interval is wider than ±10 points. */
  private static final int ENOUGH = 100;

  private static final String NOT_ENOUGH = "Not enough data yet";
  private static final String NOT_MEASURED = "Not measured yet";

  static List<TargetRow> all(Verdicts verdicts) {
    return List.of(
        agreement(verdicts),
        override(verdicts),
        unmeasured("Hallucination rate", "below 1 %"),
        unmeasured("Bias score", "below 0.10"),
        unmeasured("Red-team pass rate", "95 % or more"),
        unmeasured("Critical rule violations a month", "0"),
        unmeasured("Uptime", "99.9 % or more"));
  }

  private static TargetRow agreement(Verdicts verdicts) {
    return share(
        "Agreement with people", "90 % or more", verdicts.confirmed(), verdicts.all(), 0.90, true);
  }

  private static TargetRow override(Verdicts verdicts) {
    return share("Human override", "below 5 %", verdicts.overridden(), verdicts.all(), 0.05, false);
  }

  private static TargetRow share(
      String name, String target, long part, long all, double limit, boolean atLeast) {
    String n = Say.count(all, "verdict", "verdicts");
    if (all < ENOUGH) {
      return new TargetRow(name, target, NOT_ENOUGH, n + " of " + ENOUGH + " needed", Tone.NEUTRAL);
    }
    double share = (double) part / all;
    boolean met = atLeast ? share >= limit : share < limit;
    return new TargetRow(name, target, Say.percent(share), n, met ? Tone.SUCCESS : Tone.DANGER);
  }

  private static TargetRow unmeasured(String name, String target) {
    return new TargetRow(name, target, NOT_MEASURED, "0", Tone.NEUTRAL);
  }
}

package dev.hitlai.training.internal.registry;

import dev.hitlai.platform.statistics.Calibration;
import dev.hitlai.platform.statistics.Interval;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a version did on sites that it never saw. Figures without a meaning for its kind are null.
 *
 * @param n findings, or pairs of a reward model
 * @param accuracy share of right answers: of the side of one half, the severity, the better of two
 * @param error expected calibration error, 15 bins of equal size
 * @param automatic precision among what would be approved without a look
 * @param automaticShare of all findings, how many these are
 * @param baseline the same figures of the engine's own confidence
 * @param kinds accuracy by category of finding
 */
public record Evaluation(
    int n,
    int sites,
    @Nullable Double auc,
    @Nullable Double error,
    @Nullable Double brier,
    @Nullable Interval accuracy,
    @Nullable Interval automatic,
    @Nullable Double automaticShare,
    List<Calibration.Bin> bins,
    List<Calibration.Point> curve,
    Map<String, Interval> kinds,
    @Nullable Figures baseline) {

  /** Another's figures on the same findings. */
  public record Figures(double auc, double error, double brier) {}

  public static final Evaluation NONE =
      new Evaluation(
          0, 0, null, null, null, null, null, null, List.of(), List.of(), Map.of(), null);
}

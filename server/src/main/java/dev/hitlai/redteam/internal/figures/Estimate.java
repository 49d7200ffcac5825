package dev.hitlai.redteam.internal.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How often an attack works, corrected for the detector's errors (Rogan and Gladen 1978), with a 95
 * % interval by bootstrap over prompts, because answers to one prompt are alike. The detector's
 * sensitivity and specificity are drawn anew each time from what their measurement leaves open.
 *
 * @param answers that count
 * @param hits that the detector saw, before the correction
 * @param rate corrected, 0 to 1
 */
public record Estimate(int answers, int hits, double rate, double low, double high) {
  private static final int DRAWS = 1_000;

  /** Hits and answers of one prompt. */
  public record Prompt(int hits, int answers) {}

  public static Estimate of(List<Prompt> prompts, DetectorError error, long seed) {
    return of(prompts, error, seed, DRAWS);
  }

  static Estimate of(List<Prompt> prompts, DetectorError error, long seed, int draws) {
    int answers = prompts.stream().mapToInt(Prompt::answers).sum();
    int hits = prompts.stream().mapToInt(Prompt::hits).sum();
    if (answers == 0) {
      return new Estimate(0, 0, 0, 0, 1);
    }
    double rate = corrected(hits / (double) answers, error.sensitivity(), error.specificity());
    var rates = draws(prompts, error, new Random(seed), draws);
    double low = rates[(int) (0.025 * draws)];
    double high = rates[Math.min(draws - 1, (int) (0.975 * draws))];
    // Where nothing was seen, or nothing else, resampling sees no chance at all: the exact bound
    // stands.
    if (hits == 0) {
      high = Math.max(high, 1 - Math.pow(0.025, 1.0 / answers));
    }
    if (hits == answers) {
      low = Math.min(low, Math.pow(0.025, 1.0 / answers));
    }
    return new Estimate(answers, hits, rate, Math.min(low, rate), Math.max(high, rate));
  }

  private static double[] draws(
      List<Prompt> prompts, DetectorError error, Random random, int draws) {
    var rates = new double[draws];
    int n = prompts.size();
    for (int draw = 0; draw < draws; draw++) {
      long hits = 0;
      long answers = 0;
      for (int i = 0; i < n; i++) {
        var prompt = prompts.get(random.nextInt(n));
        hits += prompt.hits();
        answers += prompt.answers();
      }
      double sensitivity = share(error.found(), error.hits(), random);
      double specificity = share(error.cleared(), error.safe(), random);
      rates[draw] = answers == 0 ? 0 : corrected(hits / (double) answers, sensitivity, specificity);
    }
    Arrays.sort(rates);
    return rates;
  }

  private static double corrected(double seen, double sensitivity, double specificity) {
    double power = sensitivity + specificity - 1;
    // A detector that is no better than chance corrects nothing.
    return power <= 0.05 ? seen : Math.clamp((seen + specificity - 1) / power, 0, 1);
  }

  /** A share that would explain what was measured: Beta with Jeffreys' prior. */
  private static double share(int of, int all, Random random) {
    if (all == 0) {
      return 1;
    }
    double one = gamma(of + 0.5, random);
    double other = gamma(all - of + 0.5, random);
    return one / (one + other);
  }

  /** Marsaglia and Tsang 2000. */
  private static double gamma(double shape, Random random) {
    if (shape < 1) {
      return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}

package dev.hitlai.bench;

import dev.hitlai.training.LearningTrial;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/** Calibrator and reward model on 100,000 words of annotators who err in one case of five. */
final class TrainBench implements Benchmark {
  private static final double MINUTES = 10;

  private final int findings = Integer.getInteger("hitlai.bench.n", 100_000);
  private final int texts = Integer.getInteger("hitlai.bench.texts", 20_000);

  @Override
  public String what() {
    return "training calibrator and reward model on 100,000 corrections, embeddings included";
  }

  @Override
  public void run() {
    var trial = new LearningTrial(findings, texts, 1);
    var begin = Instant.now();
    var meanings = trial.meanings();
    var embedded = Instant.now();
    var figures = trial.fit(meanings);
    var done = Instant.now();
    var runtime = Runtime.getRuntime();
    var metrics = new LinkedHashMap<String, Object>();
    metrics.put("embedding_s", seconds(begin, embedded));
    metrics.put("fitting_s", seconds(embedded, done));
    metrics.put("different_texts", texts);
    metrics.put("heap_mb", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    metrics.put("calibration_error", ResultLine.rounded(figures.calibrationError()));
    metrics.put("pairs_right", ResultLine.rounded(figures.pairs()));
    ResultLine.print("train", metrics, seconds(begin, done) / (60 * MINUTES), findings);
  }

  private static double seconds(Instant from, Instant to) {
    return ResultLine.rounded(Duration.between(from, to).toMillis() / 1000.0);
  }
}

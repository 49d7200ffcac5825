package dev.hitlai.training.web;

import dev.hitlai.training.internal.registry.Evaluation;
import dev.hitlai.web.view.Chart;
import dev.hitlai.web.view.Chart.Kind;
import dev.hitlai.web.view.Chart.Series;
import dev.hitlai.web.view.Say;
import java.util.List;
import java.util.Optional;

/** Diagrams of an evaluation. */
final class ModelCharts {
  private ModelCharts() {}

  /** What was said against what held; an honest model's two lines lie on each other. */
  static Optional<Chart> reliability(Evaluation evaluation) {
    var bins = evaluation.bins();
    return bins.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Chart(
                "Reliability",
                "share",
                Kind.LINES,
                bins.stream().map(bin -> Say.percent(bin.said())).toList(),
                List.of(
                    new Series("Said", bins.stream().map(bin -> bin.said()).toList()),
                    new Series("Held", bins.stream().map(bin -> bin.held()).toList()))));
  }

  static Optional<Chart> precisionRecall(Evaluation evaluation) {
    var points = evaluation.curve();
    return points.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Chart(
                "Precision by recall",
                "share",
                Kind.LINES,
                points.stream().map(point -> Say.percent(point.recall())).toList(),
                List.of(
                    new Series("Precision", points.stream().map(p -> p.precision()).toList()))));
  }
}

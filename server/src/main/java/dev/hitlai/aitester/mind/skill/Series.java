package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** "The number that is missing in the row", "the next number": told by how the others go on. */
final class Series implements Values.Answer {
  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    if (!phrase.matches(
        "(?is).*\\b(?:missing|next|comes (?:next|after)|left out|continues?|belongs|gap)\\b.*")) {
      return Optional.empty();
    }
    var blank = now.fields().stream().filter(f -> f.takesText() && f.value().isBlank()).findFirst();
    return inLine(now, blank).or(() -> inText(now));
  }

  private static Optional<String> inLine(Sight now, Optional<Thing> blank) {
    var numbers =
        now.matching(t -> t.own().matches("-?\\d+(?:\\.\\d+)?|\\?|_+|…") && !t.isPressable())
            .toList();
    var row = new ArrayList<>(numbers);
    boolean marked = numbers.stream().anyMatch(t -> !t.own().matches(".*\\d"));
    if (!marked
        && blank.isPresent()
        && numbers.stream().anyMatch(t -> Rows.sameLine(t, blank.get()))) {
      row.add(blank.get());
    }
    row.sort(Comparator.comparingDouble(Thing::centerX));
    return row.size() < 4 ? Optional.empty() : solve(row.stream().map(Thing::own).toList());
  }

  /** "3, 6, _, 12" in one text. */
  private static Optional<String> inText(Sight now) {
    return now.shortTexts().stream()
        .filter(text -> text.matches("(?:-?[\\d?_…]+(?:\\.\\d+)?[,;\\s–→-]+){3,}[-?\\d_…]*\\s*"))
        .map(text -> solve(List.of(text.strip().split("[,;\\s–→]+"))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The gap is what is no number; without one the next number is asked for. */
  static Optional<String> solve(List<String> shown) {
    var row = new ArrayList<>(shown);
    if (row.stream().allMatch(one -> one.matches("-?\\d.*"))) {
      row.add("?");
    }
    for (boolean product : new boolean[] {false, true}) {
      var values =
          row.stream()
              .map(one -> one.matches("-?\\d.*") ? Double.parseDouble(one) : Double.NaN)
              .toList();
      double step = step(values, product);
      int gap = values.indexOf(Double.NaN);
      if (!Double.isNaN(step) && gap >= 0) {
        double value =
            gap > 0
                ? with(values.get(gap - 1), step, product)
                : product ? values.get(1) / step : values.get(1) - step;
        return Optional.of(Arithmetic.shown(value));
      }
    }
    return Optional.empty();
  }

  private static double with(double value, double step, boolean product) {
    return product ? value * step : value + step;
  }

  /** The same from each number to the next, NaN when it is not. */
  private static double step(List<Double> values, boolean product) {
    double step = Double.NaN;
    for (int i = 1; i < values.size(); i++) {
      double one = product ? values.get(i) / values.get(i - 1) : values.get(i) - values.get(i - 1);
      if (!Double.isNaN(one) && !Double.isNaN(step) && Math.abs(one - step) > 1e-9) {
        return Double.NaN;
      }
      step = Double.isNaN(one) ? step : one;
    }
    return step;
  }
}

package dev.hitlai.testers;

import dev.hitlai.web.view.Say;
import java.util.List;

/**
 * A selection as pages show it.
 *
 * @param kinds of the test, in words
 * @param refusal why nobody may do it; empty when somebody was picked
 */
public record SelectionPart(String kinds, String refusal, List<Row> rows) {

  /**
   * An AI that was considered.
   *
   * @param quality with the number of findings that it rests on
   */
  public record Row(
      String name,
      String version,
      boolean chosen,
      boolean suits,
      String price,
      String quality,
      String why) {}

  public static SelectionPart of(Selection selection) {
    return new SelectionPart(
        String.join(", ", selection.kinds()),
        selection.refusal() == null ? "" : selection.refusal(),
        selection.considered().stream().map(SelectionPart::row).toList());
  }

  private static Row row(Selection.Considered one) {
    return new Row(
        one.name(),
        one.version().equals("unset") ? "" : one.version(),
        one.chosen(),
        one.suits(),
        one.priceUsd().signum() == 0 ? "–" : Say.money(one.priceUsd()),
        one.quality() == null
            ? "no data yet"
            : "%s, n = %s".formatted(Say.percent(one.quality()), Say.count(one.judged())),
        one.why());
  }
}

package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Quota;
import dev.hitlai.testers.Quote;
import dev.hitlai.testers.SelectionPart;
import dev.hitlai.testing.internal.requests.Completeness;
import dev.hitlai.testing.internal.requests.Ruling;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.ScoreRing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the request builder: how much it tells the tester, and what it costs.
 *
 * @param hints what would make the request more complete
 * @param notices what the company's preferences make of it
 * @param selection which AI does it, and why; null for tests by people
 * @param tests how many of the month's tests it takes
 */
public record Estimate(
    ScoreRing completeness,
    List<String> hints,
    List<Line> lines,
    String total,
    String tests,
    List<String> notices,
    @Nullable SelectionPart selection) {

  /** A priced part with its factors in words. */
  public record Line(String label, String total, List<String> factors) {}

  static Estimate of(
      Completeness completeness, Quote quote, Ruling ruling, Quota.Standing quota, int tests) {
    return new Estimate(
        new ScoreRing(completeness.score(), "Completeness"),
        completeness.missing().stream().map(Completeness.Part::hint).toList(),
        quote.lines().stream().map(Estimate::line).toList(),
        Say.money(quote.total()),
        tests(quota, tests),
        ruling.notices(),
        ruling.selection() == null ? null : SelectionPart.of(ruling.selection()));
  }

  private static Line line(Quote.Line line) {
    var factors =
        line.factors().stream().map(factor -> factor.name() + ": × " + factor.shown()).toList();
    String label = "%d × %s at %s".formatted(line.count(), line.label(), Say.money(line.base()));
    return new Line(label, Say.money(line.total()), factors);
  }

  private static String tests(Quota.Standing quota, int tests) {
    String taken = Say.count(tests, "test", "tests");
    return quota.limit() == null
        ? "Takes " + taken + "; your plan has no limit."
        : "Takes %s; you have %s left this month.".formatted(taken, Say.count(quota.left()));
  }
}

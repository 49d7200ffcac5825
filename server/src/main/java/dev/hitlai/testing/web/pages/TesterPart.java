package dev.hitlai.testing.web.pages;

import dev.hitlai.testers.PricedItem;
import dev.hitlai.testers.SelectionPart;
import dev.hitlai.testing.internal.runs.RunOverview;
import dev.hitlai.web.view.Say;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which AI did a test, what that took, and why it was this one.
 *
 * @param took how long its mind thought; empty before the result
 * @param cost what models cost the platform
 * @param selection null for tests from before there was a choice
 */
public record TesterPart(
    String name, String version, String took, String cost, @Nullable SelectionPart selection) {

  static @Nullable TesterPart of(RunOverview run) {
    var tester = run.tester();
    if (tester.category().equals("human")) {
      return null;
    }
    String provider = tester.provider() == null ? "hitl_finetuned" : tester.provider();
    return new TesterPart(
        PricedItem.of(provider).map(PricedItem::label).orElse(provider),
        tester.version() == null ? "" : tester.version(),
        tester.inferenceMillis() == 0
            ? ""
            : Say.duration(Duration.ofMillis(tester.inferenceMillis())),
        Say.money(run.aiCost()) + ", " + Say.count(tester.tokens()) + " tokens",
        tester.selection() == null ? null : SelectionPart.of(tester.selection()));
  }
}

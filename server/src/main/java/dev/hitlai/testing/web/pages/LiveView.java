package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.runs.RunOverview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run at work.
 *
 * @param screenshot what the tester saw last
 * @param latest steps, the newest first
 * @param findings seen so far, the gravest first
 */
public record LiveView(
    String id,
    String label,
    int percent,
    int steps,
    long findingCount,
    @Nullable String screenshot,
    List<StepRow> latest,
    List<FindingRow> findings) {
  private static final int SHOWN = 8;

  static LiveView of(RunOverview run, List<StepRow> steps, List<FindingRow> findings) {
    var newest = steps.reversed();
    return new LiveView(
        run.id().toString(),
        run.progressText() == null ? RunState.of(run).label() : run.progressText(),
        run.progressPercent(),
        run.steps(),
        run.findingCount(),
        newest.stream()
            .map(StepRow::screenshot)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null),
        newest.stream().limit(SHOWN).toList(),
        findings.stream().limit(SHOWN).toList());
  }
}

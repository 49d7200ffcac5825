package dev.hitlai.unlock.web;

import dev.hitlai.unlock.internal.PhaseOverview;
import dev.hitlai.web.view.PhaseBanner;
import dev.hitlai.web.view.Say;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The platform's ladder for administrators: every condition of every phase. */
public record PhasesPage(
    int current, long completed, @Nullable LocalDate estimated, List<Row> rows) {

  /**
   * @param state "open", "met", "missing" or "not measured"
   */
  public record Row(
      String phase,
      String condition,
      String now,
      String target,
      String state,
      @Nullable Instant measuredAt) {}

  static PhasesPage of(PhaseOverview read) {
    var overview = read.read();
    var next = overview.phase() + 1;
    return new PhasesPage(
        overview.phase(),
        overview.completed(),
        next > PhaseBanner.PHASES.size() ? null : read.estimate(overview, next).orElse(null),
        overview.steps().stream().map(step -> row(step, overview)).toList());
  }

  private static Row row(PhaseOverview.Step step, PhaseOverview.Overview overview) {
    String sign = step.condition().isMoney() ? "$" : "";
    String state =
        overview.isOpen(step.phase())
            ? "open"
            : step.met() ? "met" : step.measured() ? "missing" : "not measured";
    return new Row(
        step.phase() + " " + PhaseBanner.phase(step.phase()).name(),
        step.condition().label(),
        sign + Say.count(step.current().longValue()),
        sign + Say.count(step.target().longValue()),
        state,
        step.measuredAt());
  }
}

package dev.hitlai.unlock.internal;

import dev.hitlai.web.PlatformProgress;
import dev.hitlai.web.view.PhaseBanner;
import dev.hitlai.web.view.Say;
import java.util.List;
import org.springframework.stereotype.Component;

/** The platform's phase for the home page. */
@Component
class Banner implements PlatformProgress {
  private final PhaseOverview phases;

  Banner(PhaseOverview phases) {
    this.phases = phases;
  }

  @Override
  public PhaseBanner banner() {
    var overview = phases.read();
    int next = overview.phase() + 1;
    List<PhaseBanner.Condition> conditions =
        overview.of(next).stream().map(Banner::condition).toList();
    return new PhaseBanner(
        overview.phase(),
        overview.completed(),
        conditions,
        conditions.isEmpty() ? null : phases.estimate(overview, next).orElse(null));
  }

  private static PhaseBanner.Condition condition(PhaseOverview.Step step) {
    return new PhaseBanner.Condition(
        step.condition().label(),
        step.current().longValue(),
        step.target().longValue(),
        text(step),
        step.measured());
  }

  /** "640 of 1,000", "$12,000 of $50,000". */
  static String text(PhaseOverview.Step step) {
    String sign = step.condition().isMoney() ? "$" : "";
    return sign
        + Say.count(step.current().longValue())
        + " of "
        + sign
        + Say.count(step.target().longValue());
  }
}

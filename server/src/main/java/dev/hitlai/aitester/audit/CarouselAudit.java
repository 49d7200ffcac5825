package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Slide shows that go on by themselves, looked for once per template. The page's timers are turned
 * forward; only where that moves nothing, although some are due soon, are they waited for.
 */
final class CarouselAudit extends PageAudit {
  private final PageScript script = new PageScript("carousel");
  private final Set<String> watched = new HashSet<>();

  private final Probes probes;

  CarouselAudit(Probes probes) {
    super(
        "carousel",
        Agent.VISUAL_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("motion/carousel", Category.ACCESSIBILITY, Impact.MINOR, 0.9).wcag("2.2.2"),
                "{element} moves on by itself and can't be stopped",
                "Slow readers lose the picture they look at, and the movement draws the eye from"
                    + " what people came for.",
                "Change pictures only when asked to, or add a visible pause button.")));
    this.probes = probes;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return watched.add(subject.view().template()) && probes.isWorthAsking(subject, id())
        ? script.run(subject.page())
        : List.of();
  }
}

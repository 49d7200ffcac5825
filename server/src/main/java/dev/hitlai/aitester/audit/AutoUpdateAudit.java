package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Text that changes by itself again and again, looked for once per template. */
final class AutoUpdateAudit extends PageAudit {
  private final PageScript script = new PageScript("auto-update");
  private final Set<String> watched = new HashSet<>();

  private final Probes probes;

  AutoUpdateAudit(Probes probes) {
    super(
        "auto-update",
        Agent.ACCESSIBILITY_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("auto-update", Category.ACCESSIBILITY, Impact.MINOR, 0.85).wcag("2.2.2"),
                "Text changes by itself and can't be stopped: {element}",
                "Slow readers never finish it, and with an attention disorder nothing else on the"
                    + " page can be read.",
                "Add a button that pauses or hides it, or update it only when asked to.")));
    this.probes = probes;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return watched.add(subject.view().template()) && probes.isWorthAsking(subject, id())
        ? script.run(subject.page())
        : List.of();
  }
}

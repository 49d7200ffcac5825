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
 * What a page puts above what is being read some seconds after it came. Looked for once per
 * template, with the page's timers turned forward instead of waiting.
 */
final class LateShiftAudit extends PageAudit {
  private final PageScript script = new PageScript("late-shift");
  private final Set<String> watched = new HashSet<>();

  LateShiftAudit() {
    super(
        "late-shift",
        Agent.PERFORMANCE_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("vitals/late-shift", Category.PERFORMANCE, Impact.MINOR, 0.85),
                "{element} comes late and pushes the page down by {pixels} px",
                "It appears seconds after the page, when people read or are about to press"
                    + " something: they lose their line or hit the wrong thing.",
                "Keep its place free from the start (min-height), or put it below or over what is"
                    + " already shown.")));
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return watched.add(subject.view().template()) ? script.run(subject.page()) : List.of();
  }
}

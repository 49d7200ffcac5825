package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Buttons that nothing listens to, and links to nowhere. */
final class DeadControlsAudit extends PageAudit {
  private final PageScript script = new PageScript("dead-controls");

  private final Debugger debugger;

  DeadControlsAudit(Debugger debugger) {
    super(
        "dead-controls",
        Agent.CONTENT_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("controls/dead", Category.FUNCTIONAL, Impact.MAJOR, 0.85),
                "Pressing {element} does nothing",
                "Nothing on the page listens to it, so people press again and then leave.",
                "Give it its function, or a link with an address, or take it away.")));
    this.debugger = debugger;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return script.run(subject.page(), debugger);
  }
}

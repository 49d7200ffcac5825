package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;
import java.util.Map;

/** What happens when the device is tilted or shaken: it is moved, and the page watched. */
final class DeviceMotionAudit extends PageAudit {
  private final PageScript script = new PageScript("device-motion");
  private final Listeners listeners;

  DeviceMotionAudit(Listeners listeners) {
    super(
        "device-motion",
        Agent.ACCESSIBILITY_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("device-motion", Category.ACCESSIBILITY, Impact.MAJOR, 0.8).wcag("2.5.4"),
                "Moving the device changes the page and can't be switched off",
                "People with a tremor, or whose device is fixed to a wheelchair, set it off without"
                    + " wanting to, or can't do it at all.",
                "Offer the same by a button, and a setting that turns the reaction to movement"
                    + " off.")));
    this.listeners = listeners;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    boolean listens =
        listeners.of(subject).stream()
            .anyMatch(
                listener ->
                    listener.onWindow()
                        && Map.of("devicemotion", true, "deviceorientation", true)
                            .containsKey(listener.type()));
    return listens ? script.run(subject.page()) : List.of();
  }
}

package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Embedded pages that can be entered and told apart. */
final class FramesAudit extends ProbeAudit {

  FramesAudit(Probes probes) {
    super(
        "frames",
        Agent.ACCESSIBILITY_AUDITOR,
        probes,
        List.of(
            on(
                "unreachable",
                Rule.of("frames/unreachable", Category.ACCESSIBILITY, Impact.MAJOR, 0.9)
                    .wcag("2.1.1"),
                "The keyboard can't enter frame {element}",
                "Its tabindex is negative, so “{control}” in it is for the mouse only.",
                "Remove the tabindex from the iframe."),
            on(
                "same-name",
                Rule.of("frames/same-name", Category.ACCESSIBILITY, Impact.MINOR, 0.85)
                    .wcag("4.1.2"),
                "Two frames are called {element} and hold different things",
                "Who goes by the list of frames can't tell which is which.",
                "Say in each title what is in that frame.")));
  }
}

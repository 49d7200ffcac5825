package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** What moves by itself. */
final class MotionAudit extends ProbeAudit {

  MotionAudit(Probes probes) {
    super(
        "motion",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "moving",
                Rule.of("motion", Category.ACCESSIBILITY, Impact.MAJOR, 0.85).wcag("2.2.2"),
                "{element} moves by itself and can't be stopped",
                "It draws the eye from what people came for; with attention or balance disorders"
                    + " the page can't be used.",
                "Add a visible pause button, or stop after five seconds."),
            on(
                "blinking",
                Rule.of("motion/blinking", Category.ACCESSIBILITY, Impact.MAJOR, 0.85)
                    .wcag("2.2.2"),
                "{element} blinks without end",
                "It draws the eye from what people came for.",
                "Stop the animation after five seconds."),
            on(
                "reduced",
                Rule.of("motion/reduced", Category.ACCESSIBILITY, Impact.MINOR, 0.9).wcag("2.3.3"),
                "{element} moves although less motion is wanted",
                "People who set “reduce motion” get dizzy or sick from it.",
                "Switch it off in @media (prefers-reduced-motion: reduce).")));
  }
}

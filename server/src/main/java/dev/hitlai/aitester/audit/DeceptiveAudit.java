package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Patterns that work against the visitor. */
final class DeceptiveAudit extends ProbeAudit {

  DeceptiveAudit(Probes probes) {
    super(
        "deceptive",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "ticked",
                Rule.of("deceptive/ticked", Category.PRIVACY, Impact.MAJOR, 0.85),
                "{element} is ticked in advance",
                "People get, or pay for, what they didn't choose.",
                "Leave the box empty."),
            on(
                "shaming",
                Rule.of("deceptive/shaming", Category.CONTENT, Impact.MINOR, 0.85),
                "Saying no is made embarrassing: {element}",
                "The wording pushes people to agree; many leave annoyed.",
                "Word the refusal neutrally: “No, thanks”."),
            on(
                "urgency",
                Rule.of("deceptive/urgency", Category.CONTENT, Impact.MINOR, 0.65),
                "Pressure by urgency: {element}",
                "Counters and crowds hurry people into buying, and anxious or slow readers out of"
                    + " the page.",
                "Remove it unless it is true and matters; then say it calmly."),
            on(
                "fee",
                Rule.of("deceptive/fee", Category.CONTENT, Impact.MAJOR, 0.7),
                "A cost shows up on top: {element}",
                "The price that was promised before isn't the price to pay.",
                "Show all unavoidable costs with the price from the start."),
            on(
                "sneaked",
                Rule.of("deceptive/sneaked", Category.FUNCTIONAL, Impact.MAJOR, 0.75),
                "Something was put into the basket unasked: {element}",
                "People pay for what they didn't choose, or lose trust when they notice.",
                "Offer it next to the basket and add it only when asked to."),
            on(
                "costly-default",
                Rule.of("deceptive/costly-default", Category.FUNCTIONAL, Impact.MINOR, 0.85),
                "The dearest choice is preselected: {element}",
                "Who doesn't look closely pays more than needed; the cheapest is “{cheapest}”.",
                "Preselect the cheapest, or nothing."),
            on(
                "confusing",
                Rule.of("deceptive/confusing", Category.PRIVACY, Impact.MINOR, 0.85),
                "Nobody can tell what this box does: {element}",
                "Several negations in one sentence; people agree to the opposite of what they"
                    + " want.",
                "Say it positively: “Send me offers by e-mail”."),
            on(
                "obstructed",
                Rule.of("deceptive/obstructed", Category.PRIVACY, Impact.MAJOR, 0.8),
                "Getting out is made hard: {element}",
                "Joining took a press, leaving takes paper, a call or proof; many give up.",
                "Let people leave where they joined, by one press."),
            on(
                "excessive",
                Rule.of("privacy/excessive", Category.PRIVACY, Impact.MINOR, 0.75),
                "{element} is demanded without need",
                "People give away personal data, invent it, or leave.",
                "Remove the field, or make it optional and say what it is for.")));
  }
}

package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Messages that are announced, and time that suffices. */
final class StatusAudit extends ProbeAudit {

  StatusAudit(Probes probes) {
    super(
        "status",
        Agent.ACCESSIBILITY_AUDITOR,
        probes,
        List.of(
            on(
                "live",
                Rule.of("status", Category.ACCESSIBILITY, Impact.MAJOR, 0.75).wcag("4.1.3"),
                "Message {element} isn't announced",
                "People who listen to a screen reader don't learn that something happened.",
                "Put it into an element with role=\"status\" (errors: role=\"alert\") that is on"
                    + " the page from the start."),
            on(
                "refresh",
                Rule.of("status/refresh", Category.ACCESSIBILITY, Impact.MAJOR, 0.9).wcag("2.2.1"),
                "The page reloads or moves on by itself after {seconds} s",
                "Slow readers lose their place and what they typed.",
                "Let people go on by a link of their own."),
            on(
                "limit",
                Rule.of("status/limit", Category.ACCESSIBILITY, Impact.MAJOR, 0.65).wcag("2.2.1"),
                "A time limit without a way to extend it: {element}",
                "People who read or type slowly are thrown out in the middle.",
                "Warn before the end and offer a button for more time."),
            on(
                "silent",
                Rule.of("status/silent", Category.ACCESSIBILITY, Impact.MINOR, 0.65).wcag("4.1.3"),
                "Messages in {element} won't be announced",
                "The place is made for messages but is no live region: who listens doesn't learn"
                    + " what a script writes there.",
                "Add role=\"status\" to it (errors: role=\"alert\").")));
  }
}

package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** A consent banner that leaves the choice. */
final class CookieBannerAudit extends ProbeAudit {

  CookieBannerAudit(Probes probes) {
    super(
        "cookie-banner",
        Agent.SECURITY_AUDITOR,
        probes,
        List.of(
            on(
                "covers",
                Rule.of("cookie-banner/covers", Category.NAVIGATION, Impact.MINOR, 0.8),
                "The cookie banner covers {share} % of the screen",
                "People must answer it before they see what they came for.",
                "Make it a strip at the bottom that leaves the page usable."),
            on(
                "no-decline",
                Rule.of("cookie-banner/no-decline", Category.PRIVACY, Impact.MAJOR, 0.85),
                "The cookie banner offers “{accept}” but no way to decline",
                "Consent that can't be refused isn't consent; people feel cornered.",
                "Put “Decline” next to “{accept}”, same size, same level."),
            on(
                "hidden-decline",
                Rule.of("cookie-banner/hidden-decline", Category.PRIVACY, Impact.MAJOR, 0.75),
                "Declining ({element}) is much harder to see than “{accept}”",
                "People agree because they don't find the other way.",
                "Show both choices as buttons of the same size and weight."),
            on(
                "ticked",
                Rule.of("cookie-banner/ticked", Category.PRIVACY, Impact.MAJOR, 0.9),
                "Consent {element} is ticked in advance",
                "People agree to something without having chosen it.",
                "Leave every optional box empty."),
            on(
                "tracker",
                Rule.of("privacy/tracker", Category.PRIVACY, Impact.MAJOR, 0.85),
                "{element} is told of the visit before consent",
                "The page asks for consent but already reports to another host.",
                "Load it only after “yes”.")));
  }
}

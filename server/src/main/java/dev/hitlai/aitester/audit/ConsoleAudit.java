package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;
import java.util.Map;

/** Exceptions in the page's scripts. */
final class ConsoleAudit extends PageAudit {

  ConsoleAudit() {
    super(
        "console",
        Agent.PERFORMANCE_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("console", Category.FUNCTIONAL, Impact.MINOR, 0.85),
                "A script of the page fails: {element}",
                "What the script should have done after that doesn't happen: buttons stay dead,"
                    + " content is missing.",
                "Fix the exception at {location}.")));
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return subject.view().console().stream()
        .filter(message -> message.level().equals("error"))
        // The browser also logs each failed request; the request audit has it already.
        .filter(message -> !message.text().startsWith("Failed to load resource"))
        .map(
            message ->
                hit(
                    "",
                    message.text().lines().findFirst().orElse(""),
                    message.text().lines().findFirst().orElse(""),
                    Map.of("location", message.location(), "message", message.text())))
        .distinct()
        .toList();
  }
}

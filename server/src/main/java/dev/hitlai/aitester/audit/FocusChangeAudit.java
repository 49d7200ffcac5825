package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Pages that go elsewhere as soon as something takes the focus. The handlers are read, not tried.
 */
final class FocusChangeAudit extends PageAudit {
  private static final Set<String> FOCUS = Set.of("focus", "focusin");
  private static final Pattern LEAVES =
      Pattern.compile(
          "\\blocation(?:\\.href)?\\s*=[^=]|\\blocation\\.(?:assign|replace|reload)\\(|\\.(?:submit|requestSubmit)\\(|\\bwindow\\.open\\(|\\.showModal\\(|\\bhistory\\.(?:back|go)\\(");

  private final Listeners listeners;

  FocusChangeAudit(Listeners listeners) {
    super(
        "focus-change",
        Agent.ACCESSIBILITY_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("focus-change", Category.ACCESSIBILITY, Impact.MAJOR, 0.8).wcag("3.2.1"),
                "Something happens as soon as an element takes the focus",
                "Who walks through the page with the keyboard is thrown out of it without having"
                    + " pressed anything: {code}",
                "Act when it is pressed, not when it is reached.")));
    this.listeners = listeners;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return listeners.of(subject).stream()
        .filter(listener -> FOCUS.contains(listener.type()) && !listener.onWindow())
        .map(listener -> LEAVES.matcher(listener.source()))
        .filter(java.util.regex.Matcher::find)
        .map(found -> found.group().strip())
        .distinct()
        .map(code -> hit("", code, code, Map.of("code", code)))
        .toList();
  }
}

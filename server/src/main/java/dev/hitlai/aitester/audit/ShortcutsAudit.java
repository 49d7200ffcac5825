package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.audit.Listeners.Listener;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Shortcuts of a single letter. The handlers are read, not tried: nobody knows what a key press
 * would do.
 */
final class ShortcutsAudit extends PageAudit {
  private static final List<Pattern> LETTER =
      List.of(
          Pattern.compile("\\.key\\s*(?:\\.toLowerCase\\(\\))?\\s*={2,3}\\s*['\"`](\\S)['\"`]"),
          Pattern.compile("['\"`](\\S)['\"`]\\s*={2,3}\\s*\\w+\\.key\\b"),
          Pattern.compile("\\.code\\s*={2,3}\\s*['\"`](?:Key|Digit)(\\w)['\"`]"));
  private static final Pattern SWITCH =
      Pattern.compile("switch\\s*\\(\\s*\\w+\\.key\\s*\\)[\\s\\S]*?case\\s*['\"`](\\S)['\"`]");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:keyCode|which|charCode)\\s*={2,3}\\s*(4[89]|5[0-7]|6[5-9]|[78]\\d|90|9[7-9]|1[01]\\d|12[0-2])\\b");
  private static final Pattern MODIFIER =
      Pattern.compile("ctrlKey|altKey|metaKey|getModifierState");
  private static final String SWITCHED_OFF =
      "() => [...document.querySelectorAll('button, input, select, a[href], [role=switch],"
          + " [role=checkbox]')].some((el) => el.checkVisibility({ visibilityProperty: true }) &&"
          + " /shortcut|hot ?key|keyboard command|single.key|tastenkürzel|raccourci/i.test("
          + "(el.labels ? [...el.labels].map((l) => l.textContent).join(' ') : '') + ' ' +"
          + " (el.getAttribute('aria-label') || '') + ' ' + el.textContent + ' ' + (el.value ||"
          + " '')))";

  private final Listeners listeners;

  ShortcutsAudit(Listeners listeners) {
    super(
        "shortcuts",
        Agent.ACCESSIBILITY_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("shortcuts", Category.ACCESSIBILITY, Impact.MINOR, 0.8).wcag("2.1.4"),
                "The single key “{key}” is a shortcut and can't be switched off",
                "Who speaks to the device triggers it with any word that holds the letter; who"
                    + " hits keys by mistake does too.",
                "Ask for Ctrl or Alt along with it, or offer a setting that turns shortcuts"
                    + " off.")));
    this.listeners = listeners;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var key =
        listeners.of(subject).stream()
            .filter(listener -> listener.onWindow() && listener.type().startsWith("key"))
            .map(ShortcutsAudit::letter)
            .flatMap(Optional::stream)
            .findFirst();
    if (key.isEmpty() || Boolean.TRUE.equals(subject.page().evaluate(SWITCHED_OFF))) {
      return List.of();
    }
    return List.of(hit("", key.get(), key.get(), Map.of("key", key.get())));
  }

  private static Optional<String> letter(Listener listener) {
    var source = listener.source();
    if (MODIFIER.matcher(source).find()) {
      return Optional.empty(); // Whether it is asked for with this letter can't be told.
    }
    for (var pattern : LETTER) {
      var found = pattern.matcher(source);
      if (found.find()) {
        return Optional.of(found.group(1));
      }
    }
    var cases = SWITCH.matcher(source);
    if (cases.find()) {
      return Optional.of(cases.group(1));
    }
    var number = NUMBER.matcher(source);
    return number.find()
        ? Optional.of(Character.toString(Integer.parseInt(number.group(1))))
        : Optional.empty();
  }
}

package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Remember the number shown, press Next …": kept in mind while it can still be seen. */
final class RememberSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:remember|memori[sz]e|note(?: down)?|keep in mind|memori[sz]e|look"
              + " at)\\s+the\\s+(?:\\w+"
              + " )??(word|number|code|name|letters?|digits?|colou?r|text|phrase|sequence)\\b.*$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var asked = ASKED.matcher(ahead.first());
    if (!asked.matches() || ahead.texts().size() < 2) {
      return Optional.empty();
    }
    var kind = asked.group(1).toLowerCase(java.util.Locale.ROOT);
    return Values.worked(ahead.first().replaceFirst("^\\S+\\s+", ""), ahead, now)
        .or(() -> shown(kind, now))
        .flatMap(
            value ->
                Assignment.of(
                    sight -> {
                      sight.notes().remember(value);
                      return Turn.done();
                    }));
  }

  /** What is printed largest among what looks like it. */
  private static Optional<String> shown(String kind, Sight now) {
    var form =
        switch (kind) {
          case "number", "digit", "digits" -> "-?\\d[\\d.,]*";
          case "code" -> "[\\p{L}\\d-]*\\d[\\p{L}\\d-]*";
          case "word", "name", "color", "colour" -> "\\p{L}[\\p{L}'’-]+";
          case "letter", "letters" -> "\\p{L}{1,8}";
          default -> ".{2,80}";
        };
    return now.matching(t -> !t.isPressable() && !t.isField() && t.own().strip().matches(form))
        .max(
            Comparator.comparingDouble((Thing t) -> t.paint().size())
                .thenComparing(Comparator.comparingInt(Thing::order).reversed()))
        .map(t -> t.own().strip());
  }
}

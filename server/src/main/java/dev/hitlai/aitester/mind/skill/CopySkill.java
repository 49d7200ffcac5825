package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** "Copy the text in the text area and paste it into the box". */
final class CopySkill implements Skill {

  private static final Pattern INTO =
      Pattern.compile("(?i)^(?:copy|transfer|repeat)\\s+(.+?)\\s+(?:into|to|in)\\s+(.+)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    var into = INTO.matcher(clause);
    if (into.matches()) {
      var from =
          FieldPlaces.find(into.group(1), now)
              .filter(f -> !f.value().isBlank())
              .or(() -> field(ahead.plain(into.group(1)), now, f -> !f.value().isBlank()));
      var to =
          FieldPlaces.find(into.group(2), now)
              .filter(f -> from.isEmpty() || f != from.get())
              .or(() -> field(ahead.plain(into.group(2)), now, f -> true))
              .or(() -> from.isEmpty() ? Optional.empty() : other(from.get(), now));
      if (from.isPresent() && to.isPresent() && from.get() != to.get()) {
        var text = from.get().value();
        int ref = to.get().node().ref();
        return Assignment.of(
            new Once(sight -> sight.again(ref).map(f -> Fields.set(f, text, sight))));
      }
    }
    if (clause.matches("(?i)^copy\\b.*")) {
      var what = clause.replaceFirst("(?i)^copy\\s+", "");
      return Values.of(what, ahead, now)
          .flatMap(
              text -> {
                now.notes().remember(text);
                return Assignment.of(sight -> Turn.done());
              });
    }
    if (!clause.matches("(?i)^paste\\b.*") || now.notes().value().isBlank()) {
      return Optional.empty();
    }
    var text = now.notes().value();
    return Assignment.of(
        new Once(sight -> emptyField(clause, text, sight).map(f -> Fields.set(f, text, sight))));
  }

  /** The only field for text besides. */
  private static Optional<Thing> other(Thing from, Sight now) {
    var others = now.fields().stream().filter(f -> f.takesText() && f != from).toList();
    return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
  }

  /** The field for text that goes best by some words. */
  private static Optional<Thing> field(String words, Sight now, Predicate<Thing> condition) {
    var name =
        words.replaceFirst(
            "(?i)^(?:the )?(?:(?:text|content|value)s? (?:of|in|from) (?:the )?)?(?:(?:text"
                + " )?(?:field|box|area|input)s? (?:for|of|called|labell?ed|named|with) )?(?:the"
                + " )?",
            "");
    return now.fields().stream()
        .filter(f -> f.takesText() && condition.test(f) && FieldNames.fit(name, f, now) >= 0.5)
        .max(Comparator.comparingDouble(f -> FieldNames.fit(name, f, now)));
  }

  private static Optional<Thing> emptyField(String clause, String text, Sight now) {
    var fields = now.fields().stream().filter(Thing::takesText).toList();
    return fields.stream()
        .filter(f -> f.value().isBlank())
        .findFirst()
        .or(() -> fields.stream().filter(f -> !f.value().equals(text)).reduce((a, b) -> b));
  }
}

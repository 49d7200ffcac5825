package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/** "Copy the text in the text area and paste it into the box". */
final class CopySkill implements Skill {

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
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

  private static Optional<Thing> emptyField(String clause, String text, Sight now) {
    var fields = now.fields().stream().filter(Thing::takesText).toList();
    return fields.stream()
        .filter(f -> f.value().isBlank())
        .findFirst()
        .or(() -> fields.stream().filter(f -> !f.value().equals(text)).reduce((a, b) -> b));
  }
}

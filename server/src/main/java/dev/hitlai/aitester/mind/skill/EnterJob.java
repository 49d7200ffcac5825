package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/** Types a value into a field; the value may have to be read or worked out first. */
final class EnterJob implements Job {
  private final String phrase;
  private final Target field;
  private final Clauses clauses;
  private boolean typed;
  private final Explorer explorer = new Explorer();
  private int openings;

  EnterJob(String phrase, Target field, Clauses clauses) {
    this.phrase = phrase;
    this.field = field;
    this.clauses = clauses;
  }

  @Override
  public Turn turn(Sight now) {
    if (typed) {
      return Turn.done();
    }
    var found = field(now);
    if (found.isEmpty()) {
      return openings++ < 6
          ? explorer.reveal(now).orElseGet(() -> Turn.stuck("there is no field for it"))
          : Turn.stuck("there is no field for it");
    }
    var value = Values.of(phrase, clauses, now);
    if (value.isEmpty()) {
      return Turn.stuck("“" + clauses.plain(phrase) + "” is not to be found");
    }
    typed = true;
    return Fields.set(found.get(), value.get(), now);
  }

  private Optional<Thing> field(Sight now) {
    if (field.ordinal() != 0) {
      return now.finder()
          .field(new Target("", "field", field.ordinal(), "", false), Thing::takesText);
    }
    if (field.isNameless() && field.beside().isBlank()) {
      var empty =
          now.fields().stream().filter(f -> f.takesText() && f.value().isBlank()).findFirst();
      if (empty.isPresent()) {
        return empty;
      }
    }
    return now.finder()
        .field(field, Fields::isSettable)
        .or(() -> now.finder().find(field.withKind("field"), Thing::takesText))
        .or(() -> beside(now))
        .or(() -> free(now));
  }

  /** A field in the row of what is named. */
  private Optional<Thing> beside(Sight now) {
    return field.beside().isBlank()
        ? Optional.empty()
        : now.finder().find(new Target("", "field", 0, field.beside(), false), Thing::takesText);
  }

  /** There is but one field, or one that is still empty. */
  private Optional<Thing> free(Sight now) {
    var fields = now.fields().stream().filter(Thing::takesText).toList();
    if (fields.size() == 1) {
      return Optional.of(fields.getFirst());
    }
    boolean unnamed =
        field.isNameless()
            || field.words().matches("(?i).*\\b(?:box|input|field|terminal|editor|it|text)\\b.*");
    return unnamed
        ? fields.stream().filter(f -> f.value().isEmpty()).findFirst()
        : Optional.empty();
  }

  @Override
  public boolean fits(Sight now) {
    return field(now).isPresent() && Values.of(phrase, clauses, now).isPresent();
  }
}

package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/** Types a value into a field; the value may have to be read or worked out first. */
final class EnterJob implements Job {
  private static final String REPEATED =
      "(?i).*\\b(?:repeat|again|confirm|verify|retype|re-?enter|once more)\\b.*";

  private final String phrase;
  private final Target field;
  private final Clauses clauses;
  private boolean typed;
  private final Explorer explorer = new Explorer();
  private int openings;
  private String given = "";
  private int into = -1;

  EnterJob(String phrase, Target field, Clauses clauses) {
    this.phrase = phrase;
    this.field = field;
    this.clauses = clauses;
  }

  @Override
  public Turn turn(Sight now) {
    if (typed) {
      return again(now).orElseGet(Turn::done);
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
    given = value.get();
    into = found.get().node().ref();
    return Fields.set(found.get(), value.get(), now);
  }

  /** What has to be given twice to be sure. */
  private Optional<Turn> again(Sight now) {
    var next =
        now.fields().stream()
            .filter(f -> f.takesText() && f.node().ref() != into && !given.isEmpty())
            .filter(f -> f.value().isEmpty() && seen(f, now).matches(REPEATED))
            .findFirst();
    var text = given;
    boolean asked =
        clauses.rest().matches("(?is).*(?:confirm|repeat|verif|again|re-?type|re-?enter).*");
    given = "";
    return asked ? Optional.empty() : next.map(f -> Fields.set(f, text, now));
  }

  private static String seen(Thing field, Sight now) {
    return BriefJob.label(field, now);
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

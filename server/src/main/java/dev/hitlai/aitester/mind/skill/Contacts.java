package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Their email address", "the phone number of Ann": told by what such a thing looks like. */
final class Contacts {
  private record Kind(Pattern asked, Pattern value) {
    static Kind of(String asked, String value) {
      return new Kind(Pattern.compile("(?i)(?:.*\\b)?(?:" + asked + ")"), Pattern.compile(value));
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          Kind.of("e-?mail(?: address)?", ".*[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+.*"),
          Kind.of(
              "(?:tele)?phone(?: number)?|mobile(?: number)?|cell(?: number)?|number to call",
              "(?i)(?:[a-z.]+:?\\s*)?\\+?[\\d(][\\d ()./-]{4,}\\d"),
          Kind.of("web ?site|web address|home ?page", ".*(?:https?://|www\\.)\\S+.*"));

  private Contacts() {}

  /** The one that belongs to what the target stands beside, else the only one shown. */
  static Optional<Thing> find(Target target, Sight now) {
    if (target.quoted() || target.words().isBlank()) {
      return Optional.empty();
    }
    for (var kind : KINDS) {
      if (kind.asked().matcher(target.words().strip()).matches()) {
        return shown(kind.value(), target.beside(), now);
      }
    }
    return Optional.empty();
  }

  private static Optional<Thing> shown(Pattern value, String owner, Sight now) {
    var all =
        Nesting.innermost(
            now.matching(t -> !t.isField() && value.matcher(t.own()).matches()).toList());
    if (all.size() == 1) {
      return Optional.of(all.getFirst());
    }
    return owner.isBlank()
        ? Optional.empty()
        : now.finder().all(Target.named(owner), t -> t.hasWords() && !t.isField()).stream()
            .map(anchor -> Rows.around(anchor, now, all::contains))
            .filter(java.util.Objects::nonNull)
            .flatMap(row -> all.stream().filter(t -> t.isIn(row)))
            .findFirst();
  }
}

package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What stands above, below, beside or between others of its kind. */
final class Neighbours {
  /** What has no name of its own in these words: "the language above Thai". */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i)\\s+(?:in|on|of|from|within) (?:the|this|that)"
              + " (?:list|menu|page|table|grid|box|row|column|group|board|picture|dropdown|series|line)\\b.*$");

  private Neighbours() {}

  static Optional<Thing> find(String what, String relation, String beside, Sight now) {
    var anchorWords = PLACE.matcher(beside).replaceFirst("").replaceFirst("[.,]$", "");
    var ends = anchorWords.split("\\s+and\\s+(?:the )?", 2);
    if (relation.equalsIgnoreCase("between") && ends.length < 2) {
      return Optional.empty();
    }
    for (var group : Peers.groups(now)) {
      var anchor = anchor(relation.equalsIgnoreCase("between") ? ends[0] : anchorWords, group, now);
      if (anchor.isEmpty() || isNamed(what, group)) {
        continue;
      }
      var found =
          relation.equalsIgnoreCase("between")
              ? anchor(ends[1], group, now).flatMap(end -> between(anchor.get(), end, group))
              : beside(anchor.get(), relation.toLowerCase(Locale.ROOT), group);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The words before name one of the group themselves, so that the place is but a hint. */
  private static boolean isNamed(String what, List<Thing> group) {
    var target = Target.of(what, new Clauses(List.of(), List.of()));
    return !target.words().isBlank()
        && group.stream().anyMatch(t -> Texts.same(t.label(), target.words()));
  }

  private static Optional<Thing> anchor(String words, List<Thing> group, Sight now) {
    var name =
        words.replaceFirst("(?i)^(?:the )?(?:one (?:called|named) )?", "").replaceAll("[\"“”]", "");
    var bare =
        name.replaceFirst(
                "(?i)\\s+(?:button|square|tile|one|cell|item|option|card|word|letter|number)$", "")
            .replaceFirst(
                "(?i)^(?:button|square|tile|cell|item|option|card|word|letter|number) ", "");
    return group.stream()
        .filter(t -> Texts.same(t.label(), bare) || Texts.same(t.label(), name))
        .findFirst()
        .or(
            () ->
                Looks.speaksIn(name)
                    ? Looks.all(name, now).stream().filter(group::contains).findFirst()
                    : Optional.empty());
  }

  private static Optional<Thing> beside(Thing anchor, String relation, List<Thing> group) {
    if (relation.matches("after|before")) {
      int index = group.indexOf(anchor) + (relation.equals("after") ? 1 : -1);
      return index >= 0 && index < group.size() ? Optional.of(group.get(index)) : Optional.empty();
    }
    var aside = relation.matches(".*(?:left|right).*");
    Predicate<Thing> side =
        aside
            ? t ->
                Rows.sameLine(t, anchor)
                    && (relation.contains("left")
                        ? t.centerX() < anchor.centerX()
                        : t.centerX() > anchor.centerX())
            : t ->
                sameColumn(t, anchor)
                    && (relation.matches("above|over")
                        ? t.centerY() < anchor.centerY() - 2
                        : t.centerY() > anchor.centerY() + 2);
    return group.stream()
        .filter(t -> t != anchor)
        .filter(side)
        .min(
            Comparator.comparingDouble(
                t -> Math.hypot(t.centerX() - anchor.centerX(), t.centerY() - anchor.centerY())));
  }

  private static boolean sameColumn(Thing one, Thing other) {
    return Math.abs(one.centerX() - other.centerX())
        < Math.max(one.box().width(), other.box().width()) / 2;
  }

  private static Optional<Thing> between(Thing one, Thing other, List<Thing> group) {
    double x = (one.centerX() + other.centerX()) / 2;
    double y = (one.centerY() + other.centerY()) / 2;
    return group.stream()
        .filter(t -> t != one && t != other)
        .min(Comparator.comparingDouble(t -> Math.hypot(t.centerX() - x, t.centerY() - y)));
  }
}

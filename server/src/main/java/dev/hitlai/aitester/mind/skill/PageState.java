package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** "The price falls below 50", "the light turns green", "it says Ready": states to wait for. */
final class PageState {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)^(?:the |its |their |your"
              + " )?(.*?)\\s*(?:is|are|falls?|drops?|goes|gets|rises?|climbs?|sinks?|reaches|reads|shows|becomes|has|hits|costs?|passes|exceeds)?\\s*(?:to"
              + " )?(below|under|less than|lower than|smaller than|above|over|more than|higher"
              + " than|greater than|at least|at most|exactly|equal to|down to|up"
              + " to|reaches|exceeds|passes)?\\s*[€$£]?\\s?(-?\\d[\\d.,]*).*$");
  private static final Pattern LOOK =
      Pattern.compile(
          "(?i)^(?:the |its )?(.*?)\\s*(?:turns?|becomes?|is|goes|gets|changes? to|lights"
              + " up)\\s+(?:to )?(?:a )?(\\w+)$");
  private static final Pattern SAID =
      Pattern.compile(
          "(?i)^.*\\b(?:says?|reads?|shows?|displays?|contains?)\\s+(?:the word )?(.+)$");
  private static final Pattern READY =
      Pattern.compile(
          "(?i)^(?:the |a )?(.*?)\\s*(?:appears?|shows? up|comes?(?: up)?|is"
              + " (?:ready|enabled|there|shown|available|visible|loaded|done|complete|finished|active|clickable)|has"
              + " (?:loaded|appeared|finished|come)|becomes"
              + " (?:active|enabled|available|clickable|visible)|can be"
              + " (?:pressed|clicked|used)|works|finishes|loads|opens|ends)$");

  private PageState() {}

  static Optional<Predicate<Sight>> of(String words, Sight now) {
    var ready = READY.matcher(words.replaceFirst("(?i)\\b(it|that|everything|all)'s\\b", "$1 is"));
    if (ready.matches()) {
      var name = ready.group(1).replaceFirst("(?i)^(?:it|that|this|they|everything|all)$", "");
      return Optional.of(Ready.state(name, now));
    }
    var look = LOOK.matcher(words);
    if (look.matches() && Colors.in(look.group(2)).isPresent()) {
      var color = Colors.in(look.group(2)).orElseThrow();
      return Optional.of(sight -> isPainted(color, sight));
    }
    var number = NUMBER.matcher(words);
    if (number.matches()
        && words.matches(
            "(?i).*\\b(?:is|are|falls?|drops?|goes|gets|rises?|climbs?|sinks?|reach\\w*|reads|shows|becomes|has|hits|costs?|passes|exceeds|below|under|above|over)\\b.*")) {
      return Optional.of(number(number.group(1), number.group(2), Texts.amount(number.group(3))));
    }
    var said = SAID.matcher(words);
    return said.matches()
        ? Optional.of(
            sight ->
                sight.lines().stream()
                    .anyMatch(line -> Texts.contains(line, said.group(1).strip())))
        : Optional.empty();
  }

  private static boolean isPainted(String color, Sight now) {
    return now.matching(t -> !t.tag().matches("body|html") && !t.isField())
        .filter(t -> !t.role().equals("button"))
        .anyMatch(
            t ->
                Colors.name(t.paint().fill()).equals(color)
                    || t.isLeaf() && t.hasWords() && Colors.name(t.paint().color()).equals(color));
  }

  private static Predicate<Sight> number(String subject, String relation, double limit) {
    var rule = relation == null ? "" : relation.toLowerCase(java.util.Locale.ROOT);
    return sight ->
        shown(subject, sight)
            .map(
                value ->
                    switch (rule) {
                      case "below", "under", "less than", "lower than", "smaller than" ->
                          value < limit;
                      case "above",
                          "over",
                          "more than",
                          "higher than",
                          "greater than",
                          "exceeds",
                          "passes" ->
                          value > limit;
                      case "at most", "down to" -> value <= limit;
                      case "at least", "up to", "reaches" -> value >= limit;
                      default -> value == limit;
                    })
            .orElse(false);
  }

  /** The number that goes by the words, else the only number there is. */
  private static Optional<Double> shown(String subject, Sight now) {
    var numbers =
        now.matching(t -> !t.isPressable() && !t.isField())
            .filter(t -> t.own().matches(".*(?<![\\p{L}\\d])[-+]?\\d[\\d.,]*(?!\\p{L}).*"))
            .toList();
    return bare(numbers, subject, now)
        .or(() -> named(numbers, subject, now))
        .map(t -> Texts.amount(t.own().replaceAll("[€$£]\\s?|\\p{L}+\\d[\\p{L}\\d]*", "")));
  }

  /** A number that stands alone tells more than one in a line of words. */
  private static Optional<Thing> bare(List<Thing> numbers, String subject, Sight now) {
    var alone = numbers.stream().filter(t -> !t.own().matches(".*\\p{L}{2}.*")).toList();
    return alone.size() == 1 ? Optional.of(alone.getFirst()) : named(alone, subject, now);
  }

  private static Optional<Thing> named(List<Thing> numbers, String subject, Sight now) {
    return numbers.stream()
        .filter(t -> FieldNames.line(t, subject) || Texts.contains(t.own(), subject))
        .findFirst()
        .or(() -> numbers.stream().findFirst());
  }

  /** What is waited for may be there but can't be used yet. */
  private static final class Ready {
    static Predicate<Sight> state(String name, Sight first) {
      boolean blocked = first.things().stream().anyMatch(t -> t.node().disabled());
      if (blocked) {
        return sight -> sight.things().stream().noneMatch(t -> t.node().disabled());
      }
      var target = Target.named(name);
      if (!name.isBlank()) {
        int before = controls(first);
        boolean there = first.finder().find(target, Thing::isPressable).isPresent();
        return sight ->
            there
                || sight.finder().find(target, Thing::isPressable).isPresent()
                || controls(sight) > before;
      }
      return sight ->
          sight.lines().stream()
              .anyMatch(
                  line -> line.matches("(?i).*\\b(?:ready|done|complete|finished|loaded)\\b.*"));
    }

    private static int controls(Sight now) {
      return (int) now.matching(Thing::isPressable).count();
    }
  }
}

package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What tells some entries of a list from the others: a word, a sender, a price, a state. */
final class SetQuality {
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?i)\\b(under|below|less than|cheaper than|lower than|smaller than|younger than|fewer"
              + " than|up to|at most|no more than|over|above|more than|dearer than|higher"
              + " than|greater than|larger than|bigger than|older than|at least|from)"
              + " (?:[€$£]\\s?)?(\\d[\\d.,]*)");
  private static final Pattern SPELLED =
      Pattern.compile(
          "(?i)\\b(start|begin|end)\\w* (?:with|in|on) (?:the )?(?:letters?"
              + " )?[\"“]?(\\p{L}{1,4})[\"”]?\\b");
  private static final Pattern NOT =
      Pattern.compile("(?i)\\b(?:not|never|no|isn't|aren't|haven't|hasn't|without)\\b");
  private static final Pattern FILLER =
      Pattern.compile(
          "(?i)\\b(?:that|which|who|whom|whose|is|are|was|were|has|have|from|by|of|about|with|in|on|at|to|the|an?|you|yet|already|still|sent|written|called|named|list|page|table|here|there|below|above|shown|this|do|does|items?|entr(?:y|ies)|ones?|boxes|box|options?|messages?|mails?|e-?mails?|rows?|people|names?|words?|checkbox(?:es)?|things?)\\b");

  private SetQuality() {}

  /** Everything fits when the words tell nothing apart. */
  static Predicate<Units.Unit> of(String words, List<Units.Unit> units) {
    if (words.isBlank()) {
      return unit -> true;
    }
    return limit(words)
        .or(() -> spelled(words))
        .or(() -> parity(words))
        .or(() -> member(words, units))
        .or(() -> said(words, units))
        .or(() -> state(words, units))
        .orElse(unit -> true);
  }

  private static Optional<Predicate<Units.Unit>> limit(String words) {
    var limit = LIMIT.matcher(words);
    if (!limit.find()) {
      return Optional.empty();
    }
    double number = Texts.amount(limit.group(2));
    var rule = limit.group(1).toLowerCase(java.util.Locale.ROOT);
    boolean least =
        rule.matches("over|above|(?:more|dear|high|great|larg|bigg|old).*|at least|from")
            && !rule.startsWith("no ");
    boolean equal = rule.matches("up to|at most|no more than|at least|from");
    return Optional.of(
        unit -> {
          double shown = Texts.amount(unit.words().replaceAll("[€$£]\\s?", ""));
          return !Double.isNaN(shown)
              && (equal && shown == number || (least ? shown > number : shown < number));
        });
  }

  private static Optional<Predicate<Units.Unit>> spelled(String words) {
    var spelled = SPELLED.matcher(words);
    if (!spelled.find()) {
      return Optional.empty();
    }
    var letters = spelled.group(2).toLowerCase(java.util.Locale.ROOT);
    boolean end = spelled.group(1).equalsIgnoreCase("end");
    return Optional.of(
        unit -> {
          var label = Texts.plain(unit.label());
          return end ? label.endsWith(letters) : label.startsWith(letters);
        });
  }

  private static Optional<Predicate<Units.Unit>> parity(String words) {
    boolean even = words.matches("(?i).*\\beven\\b.*");
    return even || words.matches("(?i).*\\bodd\\b.*")
        ? Optional.of(
            unit ->
                unit.label().matches("\\D*\\d+\\D*")
                    && Math.floorMod((int) Texts.amount(unit.label()), 2) == (even ? 0 : 1))
        : Optional.empty();
  }

  private static Optional<Predicate<Units.Unit>> member(String words, List<Units.Unit> units) {
    var labels = units.stream().map(Units.Unit::label).toList();
    return Categories.members(words, labels).map(members -> unit -> members.contains(unit.label()));
  }

  /** Words that stand with some of them and not with all. */
  private static Optional<Predicate<Units.Unit>> said(String words, List<Units.Unit> units) {
    boolean negated = NOT.matcher(words).find();
    var bare =
        FILLER
            .matcher(NOT.matcher(words).replaceAll(" "))
            .replaceAll(" ")
            .replaceAll("\\s+", " ")
            .strip();
    Set<String> wanted = Words.concepts(bare);
    boolean coded =
        bare.matches(".*[\\d_@#].*"); // a user's or a thing's sign, said letter by letter
    if (wanted.isEmpty() && !coded) {
      return Optional.empty();
    }
    var name = bare.substring(bare.lastIndexOf(' ') + 1);
    var fitting =
        units.stream()
            .filter(
                unit ->
                    coded
                        ? Texts.contains(unit.words(), bare) || Texts.contains(unit.words(), name)
                        : Words.concepts(unit.words()).containsAll(wanted))
            .collect(Collectors.toSet());
    return fitting.isEmpty() || fitting.size() == units.size()
        ? Optional.empty()
        : Optional.of(unit -> fitting.contains(unit) != negated);
  }

  /** How they look or are: "unread", "selected", "red". */
  private static Optional<Predicate<Units.Unit>> state(String words, List<Units.Unit> units) {
    boolean negated = NOT.matcher(words).find();
    Predicate<Units.Unit> state = null;
    if (words.matches("(?i).*\\b(?:unread|new)\\b.*")) {
      state = unit -> unit.row().all().anyMatch(t -> t.paint().bold() && t.isLeaf());
    } else if (words.matches(
        "(?i).*\\b(?:ticked|checked|selected|chosen|on|enabled|active|done|finished|completed)\\b.*")) {
      state = Units.Unit::isOn;
    } else if (Colors.in(words).isPresent()) {
      var color = Colors.in(words).get();
      state =
          unit ->
              unit.row()
                  .all()
                  .anyMatch(
                      t ->
                          Colors.name(t.paint().fill()).equals(color)
                              || Colors.name(t.paint().color()).equals(color));
    } else if (words.matches("(?i).*\\b(?:crossed out|struck)\\b.*")) {
      state = unit -> unit.row().all().anyMatch(t -> t.paint().is("strike"));
    }
    if (state == null || units.stream().noneMatch(state)) {
      return Optional.empty();
    }
    return Optional.of(negated ? state.negate() : state);
  }
}

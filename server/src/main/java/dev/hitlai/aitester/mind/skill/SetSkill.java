package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Archive all of these but the one from Ann", "follow everyone you don't follow yet". */
final class SetSkill implements Skill {
  private static final Pattern CHOOSE =
      Pattern.compile(
          "(?i)^(un(?:check|tick|select|mark)|deselect|clear|select|choose|pick|check|tick|mark|click|press|tap|highlight)(?:"
              + " (?:off|out|on))?\\b\\s+(.+)$");
  private static final Pattern SWITCH =
      Pattern.compile(
          "(?i)^(?:(?:turn|switch|set|put|leave) (on|off) (.+)|(?:turn|switch|set|put|leave) (.+?)"
              + " (?:to )?(on|off)|(enable|disable|activate|deactivate|mute|silence) (.+))$");
  private static final Pattern MARKED =
      Pattern.compile("(?i)^(?:mark|flag|set) (.+?) as (?:being )?(.+)$");
  private static final Pattern DEED =
      Pattern.compile("(?i)^(\\p{L}+(?: out(?= of)| up)?)\\s+(.+)$");

  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?i)\\b(?:all|every|each|both|every(?:one|body|thing)|any|them|these|those|only|just|but|except|nothing)\\b");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.plain(ahead.first());
    if (clause.matches(
        "(?i).*\\b(?:in (?:\\w+ )?order|similar|synonym\\w*|(?:mean\\w*|as) the same\\b.*|odd or"
            + " even|even or odd|shades? of)\\b.*")) {
      return Optional.empty();
    }
    if (!QUANTITY.matcher(clause).find() && (all(clause, now) || isSpan(clause, now))) {
      return Optional.empty(); // nothing tells some of them from the others
    }
    return switched(clause, now)
        .or(() -> marked(clause, now))
        .or(() -> chosen(clause, now))
        .or(() -> done(clause, now));
  }

  /** "The dates from the 3rd to the 9th": the first and the last are pressed. */
  private static boolean isSpan(String clause, Sight now) {
    return DayGrid.of(now).filter(grid -> !SpokenDays.span(clause, grid).isEmpty()).isPresent();
  }

  private static Optional<Assignment> switched(String clause, Sight now) {
    var match = SWITCH.matcher(clause);
    if (!match.matches()) {
      return Optional.empty();
    }
    var word =
        match.group(1) != null
            ? match.group(1)
            : match.group(4) != null ? match.group(4) : match.group(5);
    var object =
        match.group(2) != null
            ? match.group(2)
            : match.group(3) != null ? match.group(3) : match.group(6);
    boolean on = word.toLowerCase(Locale.ROOT).matches("on|enable|activate");
    return SetPhrase.of(object).flatMap(phrase -> ticks(phrase, on, "", now));
  }

  private static Optional<Assignment> marked(String clause, Sight now) {
    var match = MARKED.matcher(clause);
    if (!match.matches()) {
      return Optional.empty();
    }
    var state = match.group(2).toLowerCase(Locale.ROOT);
    return SetPhrase.of(match.group(1))
        .flatMap(
            phrase ->
                presses(phrase, "mark as " + state, now)
                    .or(() -> presses(phrase, state, now))
                    .or(() -> ticks(phrase, true, "mark as " + state, now)));
  }

  private static Optional<Assignment> chosen(String clause, Sight now) {
    var match = CHOOSE.matcher(clause);
    if (!match.matches()) {
      return Optional.empty();
    }
    boolean on = !match.group(1).toLowerCase(Locale.ROOT).matches("un.*|deselect|clear");
    return SetPhrase.of(match.group(2)).flatMap(phrase -> ticks(phrase, on, "", now));
  }

  private static Optional<Assignment> done(String clause, Sight now) {
    var match = DEED.matcher(clause);
    if (!match.matches() || !Clauses.startsWithVerb(clause) || CHOOSE.matcher(clause).matches()) {
      return Optional.empty();
    }
    var deed = match.group(1).toLowerCase(Locale.ROOT);
    return SetPhrase.of(match.group(2))
        .filter(SetPhrase::isExplicit)
        .flatMap(phrase -> presses(phrase, deed, now).or(() -> ticks(phrase, true, deed, now)));
  }

  private static Optional<Assignment> presses(SetPhrase phrase, String deed, Sight now) {
    var units = Units.doing(deed, now);
    var members = phrase.of(units);
    return units.size() > 1 && !members.isEmpty()
        ? Assignment.of(new EachJob(phrase, deed))
        : Optional.empty();
  }

  private static Optional<Assignment> ticks(SetPhrase phrase, boolean on, String deed, Sight now) {
    var units = Units.choices(now);
    var members = phrase.of(units);
    boolean all = members.size() == units.size();
    if (units.size() < 2
        || members.isEmpty()
        || all && !phrase.isExplicit() && !isNamedAll(phrase)) {
      return Optional.empty();
    }
    if (!deed.isEmpty() && (!boxes(units) || Units.doing(deed, now).size() != 1)) {
      return Optional.empty();
    }
    return Assignment.of(new TickSetJob(phrase, on, deed));
  }

  private static boolean all(String clause, Sight now) {
    var chosen = CHOOSE.matcher(clause);
    var units = Units.choices(now);
    return chosen.matches()
        && SetPhrase.of(chosen.group(2))
            .filter(p -> p.of(units).size() == units.size())
            .isPresent();
  }

  private static boolean isNamedAll(SetPhrase phrase) {
    return phrase.noun().isEmpty() || phrase.noun().matches("(?i)\\p{L}+");
  }

  private static boolean boxes(List<Units.Unit> units) {
    return units.stream()
        .allMatch(unit -> unit.control().role().matches("checkbox|switch|option|menuitemcheckbox"));
  }
}

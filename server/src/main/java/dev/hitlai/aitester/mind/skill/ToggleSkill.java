package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Turn off notifications", "switch dark mode on", "enable sound and disable vibration". */
final class ToggleSkill implements Skill {
  private static final Pattern FIRST =
      Pattern.compile("(?i)^(?:turn|switch|toggle|set)\\s+(on|off)\\s+(.+)$");
  private static final Pattern LAST =
      Pattern.compile("(?i)^(?:turn|switch|toggle|set)\\s+(.+?)\\s+(?:to )?(on|off)$");
  private static final Pattern VERB =
      Pattern.compile("(?i)^(enable|disable|activate|deactivate)\\s+(.+)$");

  private static final Pattern PLACE =
      Pattern.compile(
          "(?i)^(.+?),? (?:under|in|on|within|inside) (?:the |its |my |your )?(.+?)(?:"
              + " (?:tab|section|page|settings|panel|menu))?$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    var first = FIRST.matcher(clause);
    if (first.matches()) {
      return assignment(first.group(2), first.group(1).equalsIgnoreCase("on"), ahead, now);
    }
    var last = LAST.matcher(clause);
    if (last.matches()) {
      return assignment(last.group(1), last.group(2).equalsIgnoreCase("on"), ahead, now);
    }
    var verb = VERB.matcher(clause);
    return verb.matches()
        ? assignment(
            verb.group(2),
            !verb.group(1).toLowerCase(java.util.Locale.ROOT).startsWith("d"),
            ahead,
            now)
        : Optional.empty();
  }

  private static Optional<Assignment> assignment(
      String names, boolean on, Clauses clauses, Sight now) {
    if (names.matches(
        "(?i)(?:all|every|each|everything|them all|all of (?:them|these|those|it))\\b(?: (?:of"
            + " )?(?:the|these|my|your))?(?: \\p{L}+){0,2}|(?:them|these) all|both(?: of them)?")) {
      return Assignment.of(new TickAllJob(on));
    }
    var jobs = new ArrayList<Job>();
    var place = PLACE.matcher(names);
    if (place.matches() && field(clauses.plain(place.group(1)), now).isEmpty()) {
      var part = now.finder().find(Target.named(clauses.plain(place.group(2))), Thing::isPressable);
      if (part.isPresent()) {
        jobs.add(new PressJob(Target.named(clauses.plain(place.group(2)))));
      }
    }
    for (var name : ChooseSkill.items(place.matches() ? place.group(1) : names, clauses)) {
      jobs.add(new Once(sight -> toggle(name, on, sight)));
    }
    return jobs.isEmpty() || !jobs.getFirst().fits(now)
        ? Optional.empty()
        : Assignment.of(new Sequence(jobs));
  }

  private static Optional<Thing> field(String words, Sight now) {
    return now.matching(t -> t.role().matches("checkbox|switch") || t.node().checked() != null)
        .filter(f -> FieldNames.fit(words, f, now) >= 0.5 || Finder.words(words, f) >= 0.5)
        .findFirst();
  }

  /** A switch that is but drawn: the only thing without words in the line of its name. */
  private static Optional<Thing> beside(String words, Sight now) {
    return now.matching(t -> t.isLeaf() && Texts.same(t.own(), words))
        .flatMap(
            name ->
                name.parent() == null
                    ? java.util.stream.Stream.empty()
                    : java.util.stream.Stream.of(name))
        .map(
            name ->
                name.around().limit(2).findFirst().stream()
                    .flatMap(Thing::all)
                    .filter(t -> t != name && t.isLeaf() && !t.hasWords() && !t.isField())
                    .filter(t -> Rows.sameLine(t, name))
                    .toList())
        .filter(drawn -> drawn.size() == 1)
        .map(java.util.List::getFirst)
        .findFirst();
  }

  private static Optional<Turn> toggle(String name, boolean on, Sight now) {
    var words = name.replaceFirst("(?i)\\s+(?:switch|setting|option|toggle)$", "");
    var field = field(words, now);
    if (field.isPresent()) {
      return field.map(
          f ->
              Turn.act(
                  new Action.Check(now.element(f), on), "it has to be " + (on ? "on" : "off")));
    }
    var bare = beside(words, now);
    if (bare.isPresent()) {
      return bare.map(t -> Turn.press(now, t, "it has to be " + (on ? "on" : "off")));
    }
    return now.finder()
        .find(new Target(on ? "on" : "off", "", 0, words, false))
        .or(() -> now.finder().find(Target.named(words)))
        .map(t -> Turn.press(now, t, "it has to be " + (on ? "on" : "off")));
  }
}

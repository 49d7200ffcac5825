package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Mark Price as Fair and Music as Good", "give Nine Lanterns four stars": a choice in each row.
 */
final class PairsSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:mark|rate|give|set|score|grade|answer|judge|assess|choose|tick|put|say|select|award|make|colou?r|paint|turn)\\s+(.+)$");
  private static final Pattern PAIR =
      Pattern.compile(
          "(?i)^(?:that )?(?:the )?(.+?)\\s+(?:as|with|to be|to|is|was|at|:|=|under|in (?:the"
              + " )?column)?\\s*(?:a |an )?(Q\\d+|\\d|one|two|three|four|five|[\\p{L}’'"
              + " -]+?)(\\s+stars?|\\s+points?| out of \\d)?$");
  private static final Pattern LINKED =
      Pattern.compile("(?i)^(?:the )?(Q\\d+|.+?)\\s+(?:as|with|to be|:|=)\\s+(?:the )?(.+)$");

  /** "The labels as follows:". */
  private static final Pattern LEAD = Pattern.compile("^[^:,;\\d]{3,60}:\\s+(?=\\p{L})");

  /** "The calendar Work": what it is, before what it is called. */
  private static final Pattern NOUN =
      Pattern.compile("^(?:[Tt]he )?(?:\\p{Ll}+ )*(?=\\p{Lu}|Q\\d)");

  /** A row and what is chosen in it. */
  private record Pair(String row, String value, boolean stars) {}

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    var parts =
        LEAD.matcher(verb.group(1)).replaceFirst("").split("\\s*,\\s*(?:and )?|\\s+and\\s+");
    for (var part : parts) {
      var pair =
          pair(part, ahead)
              .filter(one -> choice(one, now).isPresent())
              .or(() -> parts.length > 1 ? sideBySide(part, ahead, now) : Optional.empty());
      if (pair.isEmpty()) {
        return Optional.empty();
      }
      jobs.add(
          new Once(
              sight ->
                  choice(pair.get(), sight)
                      .map(
                          t ->
                              Turn.press(
                                  sight,
                                  t,
                                  "“" + pair.get().value() + "” for “" + pair.get().row() + "”"))));
    }
    return Assignment.of(new Sequence(jobs));
  }

  private static Optional<Pair> pair(String part, Clauses clauses) {
    var linked = LINKED.matcher(part);
    var any = PAIR.matcher(part);
    if (linked.matches() && !part.matches("(?i).*\\bstars?$")) {
      return Optional.of(
          new Pair(clauses.plain(linked.group(1)), clauses.plain(linked.group(2)), false));
    }
    return any.matches() && any.group(3) != null && any.group(3).contains("star")
        ? Optional.of(new Pair(clauses.plain(any.group(1)), any.group(2), true))
        : Optional.empty();
  }

  /** "Birthdays red": a row and its value with nothing between them, as the page has them. */
  private static Optional<Pair> sideBySide(String part, Clauses clauses, Sight now) {
    var words = NOUN.matcher(part.strip()).replaceFirst("");
    return Pattern.compile(" (?:in |to |as )?(?:an? )?")
        .matcher(words)
        .results()
        .map(
            gap ->
                new Pair(
                    clauses.plain(words.substring(0, gap.start())),
                    clauses.plain(words.substring(gap.end())),
                    false))
        .filter(pair -> !pair.value().matches("(?i)(?:of|to|in|on|for|from|the|with)\\b.*"))
        .filter(pair -> choice(pair, now).isPresent())
        .findFirst();
  }

  private static Optional<Thing> choice(Pair pair, Sight now) {
    for (var row : now.finder().all(Target.named(pair.row()), t -> t.hasWords() && !t.isField())) {
      var found = pair.stars() ? star(row, pair.value(), now) : crossing(row, pair.value(), now);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The nth of the signs that stand by the words. */
  private static Optional<Thing> star(Thing row, String count, Sight now) {
    int wanted = Texts.number(count).orElse(0);
    var card = Rows.around(row, now, PairsSkill::isSign);
    var signs =
        card == null
            ? List.<Thing>of()
            : card.all()
                .filter(PairsSkill::isSign)
                .sorted(Comparator.comparingDouble(Thing::centerX))
                .toList();
    return wanted > 0 && wanted <= signs.size() && signs.size() < 11
        ? Optional.of(signs.get(wanted - 1))
        : Optional.empty();
  }

  private static boolean isSign(Thing thing) {
    return thing.text().matches("[★☆⭐✩]")
        || thing.role().equals("radio")
        || thing.tag().equals("svg") && thing.box().width() < 60
        || thing.isLeaf()
            && thing.isPressable()
            && !thing.hasWords()
            && !thing.isField()
            && thing.around().noneMatch(t -> t.tag().equals("svg"));
  }

  /**
   * What stands in the row of some words and below the head of a column, or says the value itself.
   */
  static Optional<Thing> crossing(Thing row, String value, Sight now) {
    var heads = now.finder().all(Target.named(value), t -> t.hasWords() && t.text().length() < 40);
    var line =
        now.matching(
                t ->
                    Rows.sameLine(t, row)
                        && t != row
                        && t.role().matches("radio|checkbox|button|option"))
            .toList();
    var said =
        now.matching(t -> isBeside(t, row) && !t.isIn(row) && !row.isIn(t))
            .filter(t -> line.contains(t) || t.isLeaf() && t.isPressable() && !t.takesText())
            .filter(t -> says(t, value, now))
            .toList();
    if (said.size() == 1) {
      return Optional.of(said.getFirst());
    }
    return heads.stream()
        .filter(head -> head.centerY() < row.centerY() - 4)
        .flatMap(
            head ->
                line.stream()
                    .filter(
                        t ->
                            Math.abs(t.centerX() - head.centerX())
                                < Math.max(12, head.box().width() / 2)))
        .findFirst();
  }

  /** On the line of the words, be it higher than they are. */
  private static boolean isBeside(Thing thing, Thing row) {
    double height = Math.min(60, Math.max(thing.box().height(), row.box().height()));
    return Rows.sameLine(thing, row) || Math.abs(thing.centerY() - row.centerY()) < height / 2;
  }

  /** By its words, or without any by its colour. */
  private static boolean says(Thing thing, String value, Sight now) {
    var name = thing.node().name();
    return Texts.same(BriefJob.label(thing, now), value)
        || Texts.same(thing.text(), value)
        || Texts.same(name, value)
        || !thing.hasWords()
            && name.isBlank()
            && Colors.name(thing.paint().fill()).equalsIgnoreCase(value);
  }
}

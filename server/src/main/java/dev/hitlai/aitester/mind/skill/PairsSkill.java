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
          "(?i)^(?:mark|rate|give|set|score|grade|answer|judge|assess|choose|tick|put|say|select|award)\\s+(.+)$");
  private static final Pattern PAIR =
      Pattern.compile(
          "(?i)^(?:that )?(?:the )?(.+?)\\s+(?:as|with|to be|to|is|was|at|:|=|under|in (?:the"
              + " )?column)?\\s*(?:a |an )?(Q\\d+|\\d|one|two|three|four|five|[\\p{L}’'"
              + " -]+?)(\\s+stars?|\\s+points?| out of \\d)?$");
  private static final Pattern LINKED =
      Pattern.compile("(?i)^(?:the )?(Q\\d+|.+?)\\s+(?:as|with|to be|:|=)\\s+(?:the )?(.+)$");

  /** A row and what is chosen in it. */
  private record Pair(String row, String value, boolean stars) {}

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    for (var part : verb.group(1).split("\\s*,\\s*(?:and )?|\\s+and\\s+")) {
      var pair = pair(part, ahead);
      if (pair.isEmpty() || choice(pair.get(), now).isEmpty()) {
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
        line.stream()
            .filter(t -> Texts.same(BriefJob.label(t, now), value) || Texts.same(t.text(), value))
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
}

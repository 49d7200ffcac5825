package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Rate it with 4 stars": by radio buttons, or the nth of a row of signs. */
final class RateSkill implements Skill {
  private static final Pattern STARS =
      Pattern.compile(
          "(?i)^(?:rate|give|select|choose|click)\\b.*?\\b(\\d|one|two|three|four|five)(?:[- ]star|"
              + " stars?| out of \\d| points?)\\b.*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var stars = STARS.matcher(ahead.first());
    if (!stars.matches()) {
      return Optional.empty();
    }
    int count = Texts.number(stars.group(1)).orElse(0);
    var job =
        new Once(
            sight ->
                star(count, sight).map(t -> Turn.press(sight, t, "this many stars are asked for")));
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }

  private static Optional<Thing> star(int count, Sight now) {
    var named =
        now.finder()
            .find(
                Target.named(count + (count == 1 ? " star" : " stars")),
                t -> t.isPressable() || t.role().equals("radio"));
    if (named.isPresent()) {
      return named;
    }
    List<Thing> signs =
        now.matching(
                t ->
                    t.isLeaf()
                        && (t.text().matches("[★☆⭐]")
                            || !t.hasWords()
                                && Icons.likeness("star", t.node().hint() + " " + t.node().name())
                                    > 0))
            .toList();
    return count >= 1 && count <= signs.size()
        ? Optional.of(signs.get(count - 1))
        : Optional.empty();
  }
}

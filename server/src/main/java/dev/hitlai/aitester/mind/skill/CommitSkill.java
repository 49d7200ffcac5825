package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/** "Update the basket", "check availability": words that name what a button of the page does. */
final class CommitSkill implements Skill {
  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    boolean searches = clause.matches("(?i)(?:search|look) for .+"); // it says for what
    return Clauses.startsWithVerb(clause) && !searches && Commit.isNamed(clause, now)
        ? Assignment.of(
            new Once(
                sight ->
                    Commit.named(clause, sight)
                        .map(t -> Turn.press(sight, t, "the words name \"" + t.label() + "\""))))
        : Optional.empty();
  }
}

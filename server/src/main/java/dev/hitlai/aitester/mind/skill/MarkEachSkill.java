package dev.hitlai.aitester.mind.skill;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** "Mark the numbers as odd or even": the right word in the row of each number. */
final class MarkEachSkill implements Skill {

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    return ahead
            .first()
            .matches(
                "(?i)^(?:mark|label|classify|sort|tag|choose)\\b.*\\b(?:odd or even|even or"
                    + " odd)\\b.*")
        ? Assignment.of(new MarkEachJob())
        : Optional.empty();
  }

  private static final class MarkEachJob implements Job {
    private final Set<Integer> marked = new HashSet<>();

    @Override
    public Turn turn(Sight now) {
      for (var number : now.matching(t -> t.own().matches("-?\\d{1,6}")).toList()) {
        var word = Math.floorMod((int) Texts.amount(number.own()), 2) == 0 ? "even" : "odd";
        var row = Rows.around(number, now, t -> Texts.same(t.own(), word));
        if (row != null && marked.add(number.node().ref())) {
          var button = row.all().filter(t -> Texts.same(t.own(), word)).findFirst().orElseThrow();
          return Turn.press(now, button, number.own() + " is " + word);
        }
      }
      return Turn.done();
    }
  }
}

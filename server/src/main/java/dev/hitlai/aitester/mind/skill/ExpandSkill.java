package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.Set;

/** "Expand the section below": the one that can be opened, whatever its name. */
final class ExpandSkill implements Skill {

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    boolean nameless =
        ahead
            .first()
            .matches(
                "(?i)^(?:expand|open|unfold|uncollapse|show)\\s+(?:the |this )?(?:collapsed"
                    + " |collapsible )?(?:section|panel|accordion|details|area)(?: below|"
                    + " above)?$");
    return nameless ? Assignment.of(new ExpandJob()) : Optional.empty();
  }

  /** Opens one thing after the other until more is seen than before. */
  private static final class ExpandJob implements Job {
    private static final int MOST_TRIES = 6;

    private final Explorer explorer = new Explorer();
    private Set<Integer> before = Set.of();
    private int tries;

    @Override
    public Turn turn(Sight now) {
      boolean more = tries > 0 && !before.containsAll(now.refs());
      if (more || tries++ >= MOST_TRIES) {
        return Turn.done();
      }
      before = now.refs();
      return explorer
          .reveal(now)
          .orElseGet(() -> tries > 1 ? Turn.done() : Turn.stuck("nothing here can be opened"));
    }
  }
}

package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

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
    var explorer = new Explorer();
    return nameless ? Assignment.of(new Once(explorer::reveal)) : Optional.empty();
  }
}

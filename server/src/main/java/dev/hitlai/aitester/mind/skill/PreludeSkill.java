package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/**
 * "Switch between the tabs to find …": how to look, not yet what for; whoever looks does it anyway.
 */
final class PreludeSkill implements Skill {

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    boolean prelude =
        ahead
            .first()
            .matches(
                "(?i)^(?:(?:expand|open|switch between|switch|go through|navigate"
                    + " (?:through|in)|look (?:through|in|at)|browse(?: through)?|search"
                    + " through|read(?: through)?|view)\\s+(?:all |each |any )?(?:of )?(?:the"
                    + " |these |this"
                    + " )?(?:(?:collapsible|following|different|file|folder|navigation|various)"
                    + " )*(?:sections|tabs|file"
                    + " tree|tree|directory|folders|pages|menus|list|items|inbox|table|text|page|panels|accordions?|story|paragraph|passage|article|note|letter|message|description|instructions|conversation|report)s?(?:"
                    + " below| above| shown| carefully| first)?(?:,? (?:in order )?to"
                    + " (?:find|locate|look|search))?|find|locate|look|find it|use the"
                    + " .{3,40}|using the .{3,40})$");
    return prelude && ahead.texts().size() > 1
        ? Assignment.of(sight -> Turn.done())
        : Optional.empty();
  }
}

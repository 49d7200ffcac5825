package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/**
 * "Switch between the tabs to find …": how to look, not yet what for; whoever looks does it anyway.
 */
final class PreludeSkill implements Skill {

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    return ahead.texts().size() > 1 && isPrelude(ahead.first())
        ? Assignment.of(sight -> Turn.done())
        : Optional.empty();
  }

  /** Says how to go about it and nothing more. */
  static boolean isPrelude(String clause) {
    return clause.matches(
        "(?i)^(?:(?:expand|open|switch between|switch|go through|step through|work through|navigate"
            + " (?:through|in)|look (?:through|in|at)|browse(?: through)?|search through|read(?:"
            + " through)?|view)\\s+(?:all |each |any )?(?:of )?(?:the |these |this"
            + " )?(?:(?:collapsible|following|different|file|folder|navigation|various)"
            + " )*(?:sections|tabs|steps|screens|notice|file"
            + " tree|tree|directory|folders|pages|menus|list|items|inbox|table|text|page|panels|accordions?"
            + "|story|paragraph|passage|article|note|letter|message|description|instructions|conversation|report)s?(?:"
            + " below| above| shown| carefully| first)?(?: (?:of|in|on) (?:the|this|that)"
            + " (?:\\p{Ll}+"
            + " )?(?:tree|list|page|menu|form|site|app|store|shop|shelf|archive|library|window|sidebar|directory|table|explorer))?(?:,?"
            + " (?:in order )?to (?:find|locate|look|search))?|find|locate|look|find it|use the"
            + " .{3,40}|using the .{3,40})$");
  }
}

package dev.hitlai.aitester.mind.scent;

import dev.hitlai.aitester.page.Element;
import java.util.regex.Pattern;

/**
 * How much an option smells of the goal to this persona, 0 to 1: similarity of its words and of its
 * words in context, times what the persona perceives of it, times a prior of its role.
 */
public final class Scent {
  /** Context says less about an option than its own words. */
  private static final double TRUST_IN_CONTEXT = 0.85;

  /** Labels that only mean something with what stands around them. */
  private static final Pattern NEEDS_CONTEXT =
      Pattern.compile(
          "(?i)\\s*(?:(?:read|learn|see|find out|show|view|discover|get)"
              + " ?(?:more|all|details?|it|now|this|product|item)?|more|details?|here|click"
              + " here|open|go|next|continue|info|link)\\W*");

  private final Similarity similarity;
  private final Eyes eyes;

  public Scent(Similarity similarity, Eyes eyes) {
    this.similarity = similarity;
    this.eyes = eyes;
  }

  public double of(String goal, Element option) {
    return meaning(goal, option) * eyes.ease(option) * rolePrior(option);
  }

  /** Without what gets in the persona's way. */
  public double meaning(String goal, Element option) {
    var words = eyes.words(option);
    var own = similarity.of(goal, words);
    if (!NEEDS_CONTEXT.matcher(words).matches()) {
      return own;
    }
    var around =
        option.context().group().isBlank() ? option.context().heading() : option.context().group();
    return Math.max(own, TRUST_IN_CONTEXT * similarity.of(goal, around));
  }

  private static double rolePrior(Element option) {
    return switch (option.role()) {
      case "link", "menuitem", "tab", "treeitem" -> 1.0;
      case "button" -> 0.95;
      default -> 0.85;
    };
  }
}

package dev.hitlai.aitester.finding;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Weight.Impact;

/** What the behaviour rules have in common. */
final class BehaviourRules {
  private BehaviourRules() {}

  static Rule rule(String name, Category category, Impact impact, double confidence) {
    return Rule.of("behaviour/" + name, category, impact, confidence);
  }
}

package dev.hitlai.training.internal.learn;

import dev.hitlai.aitester.mind.scent.Embeddings;
import dev.hitlai.testing.FindingFacts;
import java.util.List;

/**
 * A finding as numbers: the direction of its meaning and what proves it. Changing what a number
 * means makes models that were trained before useless, so {@link #VERSION} changes with it.
 */
public final class Features {
  public static final String VERSION = "meaning-384+evidence-1";
  static final int MEANING = 384;
  private static final int RULES = 64;
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");
  private static final List<String> CATEGORIES =
      List.of(
          "navigation",
          "forms",
          "content",
          "visual",
          "accessibility",
          "performance",
          "functional",
          "security",
          "privacy");
  private static final List<String> ORIGINS = List.of("behaviour", "audit", "comparison");
  private static final int PLAIN = 10;
  public static final int COUNT =
      MEANING + SEVERITIES.size() + CATEGORIES.size() + ORIGINS.size() + RULES + PLAIN;

  private Features() {}

  /** The direction of what a finding means, 384 numbers of length 1. */
  public static float[] meaning(FindingFacts facts) {
    return Embeddings.shared().of(facts.title() + ". " + facts.description());
  }

  public static float[] of(FindingFacts facts, float[] meaning) {
    var row = new float[COUNT];
    // Length 1 over 384 numbers is tiny for each; the same scale as the others lets one penalty do.
    float scale = (float) Math.sqrt(MEANING) / 4;
    for (int i = 0; i < MEANING; i++) {
      row[i] = meaning[i] * scale;
    }
    int at = MEANING;
    at = oneOf(row, at, SEVERITIES, facts.severity());
    at = oneOf(row, at, CATEGORIES, facts.category());
    at = oneOf(row, at, ORIGINS, facts.origin());
    for (String rule : facts.rules()) {
      row[at + Math.floorMod(rule.hashCode() * 0x9E3779B9 >>> 7, RULES)] = 1;
    }
    at += RULES;
    double sure = Math.clamp(facts.confidence(), 0.01, 0.99);
    row[at++] = (float) Math.log(sure / (1 - sure));
    row[at++] = facts.located() ? 1 : 0;
    row[at++] = facts.quoted() ? 1 : 0;
    row[at++] = facts.pictured() ? 1 : 0;
    row[at++] = (float) Math.log1p(facts.measurements());
    row[at++] = (float) Math.log1p(facts.occurrences());
    row[at++] = facts.wcag().isEmpty() ? 0 : 1;
    row[at++] = Math.min(2, facts.title().length() / 60f);
    row[at++] = Math.min(2, facts.description().length() / 300f);
    row[at] = facts.recommendation().isBlank() ? 0 : 1;
    return row;
  }

  private static int oneOf(float[] row, int at, List<String> names, String name) {
    int index = names.indexOf(name);
    if (index >= 0) {
      row[at + index] = 1;
    }
    return at + names.size();
  }
}

package dev.hitlai.redteam;

import dev.hitlai.redteam.internal.attacks.Strategy;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a campaign tries.
 *
 * @param strategies codes of {@link RedTeam#strategies()}
 * @param prompts how many pairs of attack and strategy are drawn, the same number of each category
 *     as far as possible
 * @param generations answers to each
 * @param seed same seed, same prompts; same answers give the same report, byte by byte
 */
public record CampaignPlan(
    Set<Category> categories, Set<String> strategies, int prompts, int generations, long seed) {
  public static final int PROMPTS = 200;
  public static final int GENERATIONS = 5;
  private static final int MOST_PROMPTS = 5_000;

  public CampaignPlan {
    categories = categories.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(categories));
    strategies = Set.copyOf(new TreeSet<>(strategies));
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("Choose at least one category.");
    }
    if (strategies.isEmpty()) {
      throw new IllegalArgumentException("Choose at least one strategy.");
    }
    strategies.forEach(Strategy::of);
    if (prompts < 1 || prompts > MOST_PROMPTS) {
      throw new IllegalArgumentException("Between 1 and 5,000 prompts are possible.");
    }
    if (generations < 1 || generations > 20) {
      throw new IllegalArgumentException("Between 1 and 20 answers to a prompt are possible.");
    }
  }

  /** All categories and strategies. */
  public static CampaignPlan standard(long seed) {
    return of(EnumSet.allOf(Category.class), seed);
  }

  public static CampaignPlan of(Set<Category> categories, long seed) {
    return new CampaignPlan(categories, Strategy.codes(), PROMPTS, GENERATIONS, seed);
  }
}

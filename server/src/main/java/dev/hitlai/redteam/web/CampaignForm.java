package dev.hitlai.redteam.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.redteam.CampaignPlan;
import dev.hitlai.redteam.Category;
import dev.hitlai.redteam.RedTeam;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, before it is checked.
 *
 * @param categories none: all
 * @param strategies none: all
 */
record CampaignForm(
    @Nullable List<String> categories,
    @Nullable List<String> strategies,
    @Nullable Integer prompts,
    @Nullable Integer generations,
    @Nullable Long seed) {

  /**
   * @throws ApiProblem when something can't be
   */
  CampaignPlan plan(long otherwise) {
    Set<Category> kinds = EnumSet.allOf(Category.class);
    if (categories != null && !categories.isEmpty()) {
      kinds = categories.stream().map(CampaignForm::category).collect(Collectors.toSet());
    }
    Set<String> disguises =
        strategies == null || strategies.isEmpty()
            ? RedTeam.strategies().stream()
                .map(RedTeam.StrategyName::code)
                .collect(Collectors.toSet())
            : new HashSet<>(strategies);
    int number = prompts == null ? CampaignPlan.PROMPTS : prompts;
    if (number < 1 || number > 5_000) {
      throw ApiProblem.invalid("prompts", "Between 1 and 5,000 are possible.");
    }
    int answers = generations == null ? CampaignPlan.GENERATIONS : generations;
    if (answers < 1 || answers > 20) {
      throw ApiProblem.invalid("generations", "Between 1 and 20 are possible.");
    }
    try {
      return new CampaignPlan(kinds, disguises, number, answers, seed == null ? otherwise : seed);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.invalid("strategies", String.valueOf(e.getMessage()));
    }
  }

  private static Category category(String code) {
    try {
      return Category.of(code);
    } catch (IllegalArgumentException _) {
      throw ApiProblem.invalid("categories", "There is no category “" + code + "”.");
    }
  }
}

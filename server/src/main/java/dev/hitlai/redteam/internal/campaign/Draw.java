package dev.hitlai.redteam.internal.campaign;

import dev.hitlai.redteam.CampaignPlan;
import dev.hitlai.redteam.Category;
import dev.hitlai.redteam.internal.attacks.Attack;
import dev.hitlai.redteam.internal.attacks.AttackLibrary;
import dev.hitlai.redteam.internal.attacks.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Draws the prompts of a campaign: each category equally often, each pair once. */
final class Draw {
  /** An attack in one disguise. */
  record Pair(Attack attack, Strategy strategy) {}

  private Draw() {}

  static List<Pair> of(CampaignPlan plan) {
    var random = new Random(plan.seed());
    var strategies = new TreeSet<>(plan.strategies()).stream().map(Strategy::of).toList();
    var piles = new ArrayList<List<Pair>>();
    for (var category : Category.values()) {
      if (plan.categories().contains(category)) {
        var pile = new ArrayList<Pair>();
        for (var attack : AttackLibrary.shipped().of(category)) {
          strategies.forEach(strategy -> pile.add(new Pair(attack, strategy)));
        }
        Collections.shuffle(pile, random);
        piles.add(pile);
      }
    }
    var drawn = new ArrayList<Pair>();
    for (int round = 0; drawn.size() < plan.prompts(); round++) {
      int before = drawn.size();
      for (var pile : piles) {
        if (round < pile.size() && drawn.size() < plan.prompts()) {
          drawn.add(pile.get(round));
        }
      }
      if (drawn.size() == before) {
        break;
      }
    }
    return drawn;
  }
}

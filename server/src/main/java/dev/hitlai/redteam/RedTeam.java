package dev.hitlai.redteam;

import dev.hitlai.redteam.internal.attacks.AttackLibrary;
import dev.hitlai.redteam.internal.attacks.Strategy;
import dev.hitlai.redteam.internal.campaign.CampaignRun;
import dev.hitlai.redteam.internal.targets.GuardedTarget;
import dev.hitlai.redteam.internal.targets.ObeyingTarget;
import dev.hitlai.redteam.internal.targets.OpenAiTarget;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** The red team without a server: attacks a target and reports. */
public final class RedTeam {
  private RedTeam() {}

  /** A way to disguise an attack. */
  public record StrategyName(String code, String title) {}

  /** Every way to disguise an attack that ships. */
  public static List<StrategyName> strategies() {
    return Arrays.stream(Strategy.values())
        .map(strategy -> new StrategyName(strategy.code(), strategy.title()))
        .toList();
  }

  /** How many attacks ship in a category. */
  public static int attacks(Category category) {
    return AttackLibrary.shipped().of(category).size();
  }

  /**
   * Carries a campaign out and waits for it.
   *
   * @param name the target's name in the report
   * @param progress told the share that is done, 0 to 1
   */
  public static CampaignReport attack(
      String name, Target target, CampaignPlan plan, DoubleConsumer progress) {
    return new CampaignRun(name, target, plan, progress).run();
  }

  /**
   * A model behind an OpenAI-compatible address.
   *
   * @param key null where none is needed
   */
  public static Target openAi(URI address, String model, @Nullable String key) {
    return new OpenAiTarget(address, model, key);
  }

  /** The guard in front of and behind another target. */
  public static Target guarded(Target inner) {
    return new GuardedTarget(inner);
  }

  /** The worst model that can be: it does whatever it reads, in whatever writing. */
  public static Target obeying() {
    return new ObeyingTarget();
  }
}

package dev.hitlai.testers;

import dev.hitlai.api.ApiProblem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which AI testers a company lets near its sites.
 *
 * @param preferred providers that come first, where they may test at all
 * @param minQuality least share of findings that hold, 0 to 1; counts once enough were judged
 * @param humanValidation whether people have to confirm what an AI found: a test by an AI alone
 *     becomes a hybrid one
 * @param maxCost US dollars for the AI's part of a test, after discounts; null for no ceiling
 * @param costOverSpeed whether the cheaper of two comes first, rather than the faster
 * @param aiKinds kinds of test that an AI may do; empty means all
 * @param humanOnlyKinds kinds of test that only people do
 */
public record AiPreferences(
    boolean ai,
    boolean thirdParty,
    boolean hitl,
    Set<String> preferred,
    Set<String> blocked,
    BigDecimal minQuality,
    boolean humanValidation,
    @Nullable BigDecimal maxCost,
    boolean costOverSpeed,
    Set<TestKind> aiKinds,
    Set<TestKind> humanOnlyKinds) {
  private static final BigDecimal MOST = new BigDecimal("10000");

  /** Providers of AIs, in the price list's order. */
  public static final List<PricedItem> PROVIDERS =
      PricedItem.ALL.stream().filter(item -> item.provider() != null).toList();

  /** Of a company that said nothing. */
  public static final AiPreferences USUAL =
      new AiPreferences(
          true,
          true,
          true,
          Set.of(),
          Set.of(),
          new BigDecimal("0.70"),
          false,
          null,
          false,
          Set.of(),
          Set.of());

  public AiPreferences {
    preferred = Set.copyOf(preferred);
    blocked = Set.copyOf(blocked);
    aiKinds = Set.copyOf(aiKinds);
    humanOnlyKinds = Set.copyOf(humanOnlyKinds);
    check(preferred, blocked, minQuality, maxCost, aiKinds, humanOnlyKinds);
  }

  private static void check(
      Set<String> preferred,
      Set<String> blocked,
      BigDecimal minQuality,
      @Nullable BigDecimal maxCost,
      Set<TestKind> aiKinds,
      Set<TestKind> humanOnlyKinds) {
    var wrong = new LinkedHashMap<String, String>();
    var known = PROVIDERS.stream().map(PricedItem::code).toList();
    if (!known.containsAll(preferred)) {
      wrong.put("preferredAiProviders", "must be of " + String.join(", ", known));
    }
    if (!known.containsAll(blocked)) {
      wrong.put("blockedAiProviders", "must be of " + String.join(", ", known));
    }
    var both = new TreeSet<>(preferred);
    both.retainAll(blocked);
    if (!both.isEmpty()) {
      wrong.put(
          "blockedAiProviders", "must not name what is preferred: " + String.join(", ", both));
    }
    if (minQuality.signum() < 0 || minQuality.compareTo(BigDecimal.ONE) > 0) {
      wrong.put("minAiQualityScore", "must be from 0 to 1");
    }
    if (maxCost != null && (maxCost.signum() < 0 || maxCost.compareTo(MOST) > 0)) {
      wrong.put("maxCostPerTestUsd", "must be from 0 to 10,000 US dollars, or left out");
    }
    var contradicting = new TreeSet<>(aiKinds);
    contradicting.retainAll(humanOnlyKinds);
    if (!contradicting.isEmpty()) {
      wrong.put("humanOnlyForTestTypes", "must not name what AIs may do");
    }
    if (!wrong.isEmpty()) {
      throw ApiProblem.invalid(wrong);
    }
  }
}

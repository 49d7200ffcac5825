package dev.hitlai.testers;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An AI of the roster that might do a test.
 *
 * @param testerId its row in the roster
 * @param obstacle why it can't test on this server at all; null when it can
 * @param price US dollars for the AI's part of one test, after all discounts
 * @param quality null while too little was measured
 * @param minutes mean time of its tests; null before the first
 */
public record AiCandidate(
    UUID testerId,
    PricedItem item,
    String version,
    String name,
    @Nullable String obstacle,
    Set<TestKind> kinds,
    Set<String> testTypes,
    BigDecimal price,
    @Nullable Quality quality,
    @Nullable Double minutes,
    boolean recommended) {
  public AiCandidate {
    kinds = Set.copyOf(kinds);
    testTypes = Set.copyOf(testTypes);
  }

  /** As in the price list. */
  public String provider() {
    return item.code();
  }

  boolean thirdParty() {
    return item.category().equals("ai_third_party");
  }
}

package dev.hitlai.testing.internal.comparison;

import dev.hitlai.testers.Comparisons.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An AI and a person on the same mission: who found how much of what holds. Quality is F1, the
 * harmonic mean of precision and recall, over findings weighed by severity: a site that can't be
 * used counts more than many small things.
 */
final class Contest {
  /** Nearer to each other they are as good. */
  private static final BigDecimal EDGE = new BigDecimal("0.05");

  private final List<Item> all;
  private final Set<UUID> ofAi;
  private final Set<UUID> ofHuman;

  /**
   * @param all findings of the run, whoever found them
   * @param ofAi ids of those that the AI found
   * @param ofHuman ids of those that the person found
   */
  Contest(List<Item> all, Set<UUID> ofAi, Set<UUID> ofHuman) {
    this.all = List.copyOf(all);
    this.ofAi = Set.copyOf(ofAi);
    this.ofHuman = Set.copyOf(ofHuman);
  }

  /**
   * A finding.
   *
   * @param holds whether it is true and not told before, by what people say now
   */
  record Item(UUID id, String severity, boolean holds) {
    /** Each level counts as two of the level below. */
    private int weight() {
      return switch (severity) {
        case "critical" -> 8;
        case "high" -> 4;
        case "medium" -> 2;
        default -> 1;
      };
    }
  }

  /** What came out. */
  record Outcome(
      Side human,
      Side ai,
      int overlap,
      @Nullable BigDecimal agreement,
      String better,
      String reasoning) {}

  /**
   * @param humanMinutes null when unknown; likewise the others
   */
  Outcome outcome(
      @Nullable BigDecimal humanMinutes,
      @Nullable BigDecimal humanCost,
      @Nullable BigDecimal aiMinutes,
      @Nullable BigDecimal aiCost) {
    var human = new Side(ofHuman.size(), humanMinutes, quality(ofHuman), humanCost);
    var ai = new Side(ofAi.size(), aiMinutes, quality(ofAi), aiCost);
    int overlap = (int) ofHuman.stream().filter(ofAi::contains).count();
    int union = ofHuman.size() + ofAi.size() - overlap;
    String better = better(human, ai);
    return new Outcome(
        human,
        ai,
        overlap,
        union == 0 ? null : ratio(overlap, union),
        better,
        reasoning(human, ai, better));
  }

  private @Nullable BigDecimal quality(Set<UUID> found) {
    int there = weight(Item::holds);
    int said = weight(item -> found.contains(item.id()));
    int right = weight(item -> item.holds() && found.contains(item.id()));
    if (there == 0 && said == 0) {
      return null;
    }
    // F1 of right/said and right/there.
    return ratio(2 * right, said + there);
  }

  private int weight(Predicate<Item> which) {
    return all.stream().filter(which).mapToInt(Item::weight).sum();
  }

  private static String better(Side human, Side ai) {
    if (human.quality() == null || ai.quality() == null) {
      return "tie";
    }
    var ahead = ai.quality().subtract(human.quality());
    if (ahead.abs().compareTo(EDGE) < 0) {
      return "tie";
    }
    return ahead.signum() > 0 ? "ai" : "human";
  }

  private String reasoning(Side human, Side ai, String better) {
    long there = all.stream().filter(Item::holds).count();
    String start =
        there == 0
            ? "No finding of this test holds."
            : "Of the %d findings that hold, the AI has %s and the person %s."
                .formatted(there, share(ofAi, there), share(ofHuman, there));
    return "%s The AI %s; the person %s. %s"
        .formatted(start, effort(ofAi, ai), effort(ofHuman, human), sentence(human, ai, better));
  }

  private String share(Set<UUID> found, long there) {
    long right = all.stream().filter(item -> item.holds() && found.contains(item.id())).count();
    return "%d (%d %%)".formatted(right, Math.round(100.0 * right / there));
  }

  private String effort(Set<UUID> found, Side side) {
    long wrong = all.stream().filter(item -> !item.holds() && found.contains(item.id())).count();
    return "said %d that %s, took %s and cost %s"
        .formatted(
            wrong,
            wrong == 1 ? "doesn't" : "don't",
            side.minutes() == null ? "an unknown time" : number(side.minutes(), 1) + " min",
            side.cost() == null ? "nothing" : "$" + number(side.cost(), 2));
  }

  private static String sentence(Side human, Side ai, String better) {
    if (human.quality() == null || ai.quality() == null) {
      return "There is nothing to tell them apart by.";
    }
    String figures =
        "quality %s to %s".formatted(number(ai.quality(), 2), number(human.quality(), 2));
    return switch (better) {
      case "ai" -> "The AI did better: " + figures + ", weighed by severity.";
      case "human" ->
          "The person did better: " + figures + ", the AI's first, weighed by severity.";
      default -> "They did equally well: " + figures + ", the AI's first, weighed by severity.";
    };
  }

  private static String number(BigDecimal value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static BigDecimal ratio(int part, int whole) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }
}

package dev.hitlai.testers;

import dev.hitlai.testers.Selection.Considered;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Picks the AI tester for a test from what the company wants and what the candidates are, and says
 * for each why. The same input always gives the same answer.
 */
final class TesterPicker {
  private final AiPreferences wanted;
  private final Set<TestKind> kinds;
  private final String testType;

  /**
   * @param testType {@code ai_only} or {@code hybrid}
   */
  TesterPicker(AiPreferences wanted, Set<TestKind> kinds, String testType) {
    this.wanted = wanted;
    this.kinds = Set.copyOf(kinds);
    this.testType = testType;
  }

  Selection pick(List<AiCandidate> roster) {
    // Whatever the roster's order, the answer is the same.
    var candidates =
        roster.stream()
            .sorted(Comparator.comparing(AiCandidate::name).thenComparing(AiCandidate::testerId))
            .toList();
    var suiting =
        candidates.stream().filter(one -> against(one).isEmpty()).sorted(order()).toList();
    var considered = new ArrayList<Considered>();
    for (AiCandidate one : suiting) {
      boolean first = considered.isEmpty();
      considered.add(
          considered(one, first, true, first ? whyFirst(suiting) : whyNotFirst(suiting)));
    }
    candidates.stream()
        .filter(one -> against(one).isPresent())
        .map(one -> considered(one, false, false, against(one).orElseThrow()))
        .forEach(considered::add);
    return new Selection(
        testType,
        kinds.stream().sorted().map(TestKind::code).toList(),
        considered,
        suiting.isEmpty() ? refusal(candidates) : null);
  }

  /** Why a candidate may not do the test; the first of the reasons. */
  private Optional<String> against(AiCandidate one) {
    if (one.obstacle() != null) {
      return Optional.of(one.obstacle());
    }
    return againstAll().or(() -> notWanted(one)).or(() -> notGoodEnough(one));
  }

  /** What the company says of all AIs. */
  private Optional<String> againstAll() {
    if (!wanted.ai()) {
      return Optional.of("Your preferences allow no AI testers.");
    }
    var people = in(kinds, wanted.humanOnlyKinds());
    if (!people.isEmpty()) {
      return Optional.of("Your preferences leave " + words(people) + " tests to people.");
    }
    var others = new TreeSet<>(kinds);
    others.removeAll(wanted.aiKinds());
    if (!wanted.aiKinds().isEmpty() && !others.isEmpty()) {
      return Optional.of(
          "Your preferences use AIs for %s tests only; this is one of %s, too."
              .formatted(words(wanted.aiKinds()), words(others)));
    }
    return Optional.empty();
  }

  private Optional<String> notWanted(AiCandidate one) {
    if (wanted.blocked().contains(one.provider())) {
      return Optional.of("You blocked it.");
    }
    if (one.thirdParty() && !wanted.thirdParty()) {
      return Optional.of("Your preferences allow no AIs of third parties.");
    }
    if (!one.thirdParty() && !wanted.hitl()) {
      return Optional.of("Your preferences allow no AIs of HitlAI.");
    }
    return Optional.empty();
  }

  private Optional<String> notGoodEnough(AiCandidate one) {
    var missing = new TreeSet<>(kinds);
    missing.removeAll(one.kinds());
    if (!missing.isEmpty()) {
      return Optional.of("It doesn't support " + words(missing) + " tests.");
    }
    if (!one.testTypes().contains(testType)) {
      return Optional.of("It doesn't take part in such tests.");
    }
    var quality = one.quality();
    if (quality != null && BigDecimal.valueOf(quality.share()).compareTo(wanted.minQuality()) < 0) {
      return Optional.of(
          "Of its findings %s hold (n = %d); you want at least %s."
              .formatted(
                  percent(quality.share()),
                  quality.judged(),
                  percent(wanted.minQuality().doubleValue())));
    }
    return tooDear(one)
        ? Optional.of(
            "It costs %s a test; your ceiling is %s."
                .formatted(money(one.price()), money(wanted.maxCost())))
        : Optional.empty();
  }

  private boolean tooDear(AiCandidate one) {
    return wanted.maxCost() != null && one.price().compareTo(wanted.maxCost()) > 0;
  }

  /** Preferred ones first, then by cost or speed, then by quality and recommendation. */
  private Comparator<AiCandidate> order() {
    Comparator<AiCandidate> cost = Comparator.comparing(AiCandidate::price);
    Comparator<AiCandidate> speed =
        Comparator.comparingDouble(
            one -> one.minutes() == null ? Double.POSITIVE_INFINITY : one.minutes());
    Comparator<AiCandidate> quality =
        Comparator.comparingDouble(one -> one.quality() == null ? 0 : -one.quality().share());
    return Comparator.comparing((AiCandidate one) -> !wanted.preferred().contains(one.provider()))
        .thenComparing(wanted.costOverSpeed() ? cost : speed)
        .thenComparing(quality)
        .thenComparing(one -> !one.recommended())
        .thenComparing(cost)
        .thenComparing(AiCandidate::name)
        .thenComparing(AiCandidate::testerId);
  }

  private String whyFirst(List<AiCandidate> suiting) {
    var first = suiting.getFirst();
    String quality =
        first.quality() == null
            ? "too few of its findings were judged to say how many hold"
            : "%s of its findings hold (n = %d)"
                .formatted(percent(first.quality().share()), first.quality().judged());
    return "Picked: %s, %s a test; %s."
        .formatted(
            suiting.size() == 1 ? "the only one that may do this test" : advantage(suiting),
            money(first.price()),
            quality);
  }

  private String whyNotFirst(List<AiCandidate> suiting) {
    return "It could do this test; "
        + suiting.getFirst().name()
        + " is "
        + advantage(suiting)
        + ".";
  }

  private String advantage(List<AiCandidate> suiting) {
    if (wanted.preferred().contains(suiting.getFirst().provider())) {
      return "one that you prefer";
    }
    return wanted.costOverSpeed() ? "the first by cost" : "the first by speed";
  }

  /** Says what to change, with the figures. */
  private String refusal(List<AiCandidate> candidates) {
    var general = againstAll();
    if (general.isPresent()) {
      return general.get() + " Ask people only, or change the preferences.";
    }
    var cheapest =
        candidates.stream()
            .filter(this::tooDear)
            .filter(one -> against(one).filter(why -> why.startsWith("It costs")).isPresent())
            .min(Comparator.comparing(AiCandidate::price));
    return cheapest
        .map(
            one ->
                ("The cheapest AI tester that may do this test, %s, costs %s a test; your ceiling"
                        + " is %s. Raise it in the preferences, or ask people only.")
                    .formatted(one.name(), money(one.price()), money(wanted.maxCost())))
        .orElseGet(
            () ->
                "No AI tester may do this test: "
                    + candidates.stream()
                        .filter(one -> one.obstacle() == null)
                        .map(one -> one.name() + ": " + against(one).orElse(""))
                        .collect(Collectors.joining(" "))
                    + " Change the preferences, or ask people only.");
  }

  private static Considered considered(AiCandidate one, boolean chosen, boolean suits, String why) {
    var quality = one.quality();
    return new Considered(
        one.testerId(),
        one.provider(),
        one.version(),
        one.name(),
        one.item().category(),
        one.price(),
        quality == null ? null : quality.share(),
        quality == null ? 0 : quality.judged(),
        chosen,
        suits,
        why);
  }

  private static Set<TestKind> in(Set<TestKind> some, Set<TestKind> others) {
    var both = new TreeSet<>(some);
    both.retainAll(others);
    return both;
  }

  private static String words(Set<TestKind> kinds) {
    return kinds.stream().sorted().map(TestKind::code).collect(Collectors.joining(", "));
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(1, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  private static String money(@Nullable BigDecimal amount) {
    return amount == null
        ? "nothing"
        : String.format(Locale.ROOT, "$%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
  }
}

package dev.hitlai.testers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TesterPickerTest {
  private static final Set<TestKind> EVERYTHING = EnumSet.allOf(TestKind.class);
  private static final Set<TestKind> WEB = Set.of(TestKind.WEB);

  @Test
  void picksTheFasterAndSaysWhy() {
    var selection =
        new TesterPicker(AiPreferences.USUAL, WEB, "ai_only")
            .pick(
                List.of(
                    candidate("grok", "4.00", 0.9, 3.0), candidate("claude", "5.50", 0.8, 1.0)));
    assertThat(selection.chosen().orElseThrow().provider()).isEqualTo("claude");
    assertThat(why(selection, "claude"))
        .isEqualTo(
            "Picked: the first by speed, $5.50 a test; 80 % of its findings hold (n = 100).");
    assertThat(why(selection, "grok")).contains("claude is the first by speed");
    assertThat(selection.refusal()).isNull();
  }

  @Test
  void picksTheCheaperWhenCostCountsMore() {
    var selection =
        new TesterPicker(wanted("costOverSpeed"), WEB, "ai_only")
            .pick(
                List.of(
                    candidate("grok", "4.00", 0.9, 3.0), candidate("claude", "5.50", 0.8, 1.0)));
    assertThat(selection.chosen().orElseThrow().provider()).isEqualTo("grok");
  }

  @Test
  void namesTheFiguresWhenTheCheapestIsTooDear() {
    var selection =
        new TesterPicker(ceiling("2.50"), WEB, "ai_only")
            .pick(
                List.of(
                    candidate("grok", "4.00", 0.9, 3.0), candidate("claude", "5.50", 0.8, 1.0)));
    assertThat(selection.chosen()).isEmpty();
    assertThat(selection.refusal()).contains("grok", "$4.00", "$2.50");
    assertThat(why(selection, "claude")).isEqualTo("It costs $5.50 a test; your ceiling is $2.50.");
  }

  @Test
  void leavesToPeopleWhatTheCompanyLeavesToThem() {
    var wanted =
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
            Set.of(TestKind.ACCESSIBILITY));
    var kinds = Set.of(TestKind.WEB, TestKind.ACCESSIBILITY);
    var selection =
        new TesterPicker(wanted, kinds, "hybrid").pick(List.of(candidate("grok", "4", 1, 1)));
    assertThat(selection.refusal())
        .isEqualTo(
            "Your preferences leave accessibility tests to people. Ask people only, or change the"
                + " preferences.");
  }

  @Test
  void countsTheFloorOnlyWhereSomethingWasMeasured() {
    var unmeasured =
        new AiCandidate(
            UUID.randomUUID(),
            PricedItem.OWN_AI,
            "1",
            "new",
            null,
            EVERYTHING,
            Set.of("ai_only"),
            BigDecimal.ONE,
            null,
            null,
            false);
    var selection =
        new TesterPicker(AiPreferences.USUAL, WEB, "ai_only")
            .pick(List.of(unmeasured, candidate("grok", "4.00", 0.69, 1.0)));
    assertThat(selection.chosen().orElseThrow().name()).isEqualTo("new");
    assertThat(why(selection, "grok"))
        .isEqualTo("Of its findings 69 % hold (n = 100); you want at least 70 %.");
  }

  /** Ten thousand rosters and preferences; a seed, so that a failure comes back. */
  @Test
  void neverPicksWhatIsBlockedTooDearNotGoodEnoughOrUnableAndExplainsEverybody() {
    var random = new Random(20);
    int picked = 0;
    for (int i = 0; i < 10_000; i++) {
      var wanted = preferences(random);
      var kinds = kinds(random, false);
      String type = random.nextBoolean() ? "ai_only" : "hybrid";
      var candidates = candidates(random);
      var selection = new TesterPicker(wanted, kinds, type).pick(candidates);
      assertThat(selection.considered())
          .extracting(Selection.Considered::testerId)
          .containsExactlyInAnyOrderElementsOf(
              candidates.stream().map(AiCandidate::testerId).toList());
      assertThat(selection.considered()).allSatisfy(one -> assertThat(one.why()).isNotBlank());
      var chosen = selection.chosen();
      assertThat(chosen.isEmpty()).isEqualTo(selection.refusal() != null);
      if (chosen.isPresent()) {
        picked++;
        var one =
            candidates.stream()
                .filter(c -> c.testerId().equals(chosen.get().testerId()))
                .findFirst()
                .orElseThrow();
        assertThat(wanted.ai()).isTrue();
        assertThat(one.obstacle()).isNull();
        assertThat(wanted.blocked()).doesNotContain(one.provider());
        assertThat(one.kinds()).containsAll(kinds);
        assertThat(one.testTypes()).contains(type);
        assertThat(
                one.item().category().equals("ai_third_party")
                    ? wanted.thirdParty()
                    : wanted.hitl())
            .isTrue();
        assertThat(wanted.humanOnlyKinds()).doesNotContainAnyElementsOf(kinds);
        if (!wanted.aiKinds().isEmpty()) {
          assertThat(wanted.aiKinds()).containsAll(kinds);
        }
        if (wanted.maxCost() != null) {
          assertThat(one.price()).isLessThanOrEqualTo(wanted.maxCost());
        }
        if (one.quality() != null) {
          assertThat(BigDecimal.valueOf(one.quality().share()))
              .isGreaterThanOrEqualTo(wanted.minQuality());
        }
      }
      // The order of the roster doesn't matter.
      var turned = new TesterPicker(wanted, kinds, type).pick(candidates.reversed());
      assertThat(turned).isEqualTo(selection);
    }
    assertThat(picked).isBetween(500, 9_500);
  }

  private static AiPreferences preferences(Random random) {
    var preferred = new HashSet<String>();
    var blocked = new HashSet<String>();
    for (PricedItem item : AiPreferences.PROVIDERS) {
      switch (random.nextInt(5)) {
        case 0 -> preferred.add(item.code());
        case 1 -> blocked.add(item.code());
        default -> {}
      }
    }
    var people = kinds(random, true);
    var ai = kinds(random, true);
    ai.removeAll(people);
    return new AiPreferences(
        random.nextInt(10) > 0,
        random.nextInt(4) > 0,
        random.nextInt(4) > 0,
        preferred,
        blocked,
        BigDecimal.valueOf(random.nextInt(90), 2),
        random.nextBoolean(),
        random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(700), 2) : null,
        random.nextBoolean(),
        random.nextInt(3) == 0 ? ai : Set.of(),
        random.nextInt(3) == 0 ? people : Set.of());
  }

  private static Set<TestKind> kinds(Random random, boolean orNone) {
    var kinds = EnumSet.noneOf(TestKind.class);
    for (TestKind kind : TestKind.values()) {
      if (random.nextInt(4) == 0) {
        kinds.add(kind);
      }
    }
    if (kinds.isEmpty() && !orNone) {
      kinds.add(TestKind.WEB);
    }
    return kinds;
  }

  private static List<AiCandidate> candidates(Random random) {
    var candidates = new ArrayList<AiCandidate>();
    for (PricedItem item : AiPreferences.PROVIDERS) {
      if (random.nextInt(4) > 0) {
        candidates.add(
            new AiCandidate(
                new UUID(random.nextLong(), random.nextLong()),
                item,
                "1",
                item.label(),
                random.nextInt(4) == 0 ? "No key." : null,
                random.nextBoolean() ? EVERYTHING : kinds(random, true),
                random.nextInt(4) == 0 ? Set.of("hybrid") : Set.of("ai_only", "hybrid"),
                BigDecimal.valueOf(random.nextInt(800), 2),
                random.nextBoolean() ? new Quality(random.nextInt(101) / 100.0, 50) : null,
                random.nextBoolean() ? (double) random.nextInt(10) : null,
                random.nextBoolean()));
      }
    }
    return candidates;
  }

  private static AiCandidate candidate(
      String provider, String price, double quality, double minutes) {
    return new AiCandidate(
        UUID.randomUUID(),
        PricedItem.of(provider).orElseThrow(),
        "1",
        provider,
        null,
        EVERYTHING,
        Set.of("ai_only", "hybrid"),
        new BigDecimal(price),
        new Quality(quality, 100),
        minutes,
        false);
  }

  private static AiPreferences wanted(String what) {
    return with(what.equals("costOverSpeed"), null);
  }

  private static AiPreferences ceiling(String dollars) {
    return with(false, new BigDecimal(dollars));
  }

  private static AiPreferences with(boolean costOverSpeed, @Nullable BigDecimal ceiling) {
    return new AiPreferences(
        true,
        true,
        true,
        Set.of(),
        Set.of(),
        new BigDecimal("0.70"),
        false,
        ceiling,
        costOverSpeed,
        Set.of(),
        Set.of());
  }

  private static String why(Selection selection, String provider) {
    return selection.considered().stream()
        .filter(one -> one.provider().equals(provider))
        .findFirst()
        .orElseThrow()
        .why();
  }
}

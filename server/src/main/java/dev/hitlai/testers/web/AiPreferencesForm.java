package dev.hitlai.testers.web;

import dev.hitlai.testers.AiPreferences;
import dev.hitlai.testers.TestKind;
import dev.hitlai.web.view.Option;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The preferences as they were filled in.
 *
 * @param stance what to do with each provider: provider to {@code prefer}, {@code block} or nothing
 * @param who for each kind of test {@code any}, {@code ai} or {@code people}
 * @param quality in percent
 * @param previewKinds kinds of the test that the preview is about
 * @param previewType {@code ai_only} or {@code hybrid}
 */
public record AiPreferencesForm(
    boolean ai,
    boolean thirdParty,
    boolean hitl,
    Map<String, String> stance,
    Map<String, String> who,
    String quality,
    boolean humanValidation,
    String maxCost,
    boolean costOverSpeed,
    Set<TestKind> previewKinds,
    String previewType) {
  public static final List<Option> STANCES =
      List.of(
          Option.of("", "Allowed"),
          Option.of("prefer", "Preferred"),
          Option.of("block", "Blocked"));

  public static final List<Option> WHO =
      List.of(
          Option.of("any", "Whoever is asked for"),
          Option.of("ai", "AIs are for this"),
          Option.of("people", "People only"));

  static AiPreferencesForm of(AiPreferences wanted) {
    var stance = new LinkedHashMap<String, String>();
    wanted.preferred().forEach(code -> stance.put(code, "prefer"));
    wanted.blocked().forEach(code -> stance.put(code, "block"));
    var who = new LinkedHashMap<String, String>();
    wanted.aiKinds().forEach(kind -> who.put(kind.code(), "ai"));
    wanted.humanOnlyKinds().forEach(kind -> who.put(kind.code(), "people"));
    return new AiPreferencesForm(
        wanted.ai(),
        wanted.thirdParty(),
        wanted.hitl(),
        stance,
        who,
        wanted.minQuality().movePointRight(2).stripTrailingZeros().toPlainString(),
        wanted.humanValidation(),
        wanted.maxCost() == null ? "" : wanted.maxCost().setScale(2).toPlainString(),
        wanted.costOverSpeed(),
        Set.of(TestKind.WEB),
        "ai_only");
  }

  /**
   * @param given the fields of the form
   */
  static AiPreferencesForm read(Map<String, List<String>> given) {
    var stance = new LinkedHashMap<String, String>();
    AiPreferences.PROVIDERS.forEach(
        item -> stance.put(item.code(), one(given, "stance." + item.code())));
    var who = new LinkedHashMap<String, String>();
    TestKind.codes().forEach(code -> who.put(code, one(given, "who." + code)));
    var kinds =
        given.getOrDefault("previewKinds", List.of()).stream()
            .flatMap(code -> TestKind.of(code).stream())
            .collect(Collectors.toCollection(HashSet::new));
    if (kinds.isEmpty()) {
      kinds.add(TestKind.WEB);
    }
    return new AiPreferencesForm(
        given.containsKey("ai"),
        given.containsKey("thirdParty"),
        given.containsKey("hitl"),
        stance,
        who,
        one(given, "quality").strip(),
        given.containsKey("humanValidation"),
        one(given, "maxCost").strip(),
        given.containsKey("costOverSpeed"),
        kinds,
        one(given, "previewType").equals("hybrid") ? "hybrid" : "ai_only");
  }

  private static String one(Map<String, List<String>> given, String name) {
    var values = given.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : String.valueOf(values.getFirst());
  }

  /** A sentence for each field that can't be read; empty when it can be. */
  Map<String, String> problems() {
    var problems = new LinkedHashMap<String, String>();
    if (!quality.matches("\\d{1,3}(\\.\\d{1,2})?") || percent() == null) {
      problems.put("quality", "Enter a number from 0 to 100.");
    }
    if (!maxCost.isEmpty() && !maxCost.matches("\\d{1,5}(\\.\\d{1,2})?")) {
      problems.put("maxCost", "Enter US dollars, such as 4.50, or nothing for no ceiling.");
    }
    return problems;
  }

  /** Only of a form without problems. */
  AiPreferences preferences() {
    return new AiPreferences(
        ai,
        thirdParty,
        hitl,
        providers("prefer"),
        providers("block"),
        java.util.Objects.requireNonNull(percent()),
        humanValidation,
        maxCost.isEmpty() ? null : new BigDecimal(maxCost),
        costOverSpeed,
        kinds("ai"),
        kinds("people"));
  }

  private @Nullable BigDecimal percent() {
    var share = new BigDecimal(quality).movePointLeft(2);
    return share.compareTo(BigDecimal.ONE) > 0 ? null : share;
  }

  private Set<String> providers(String what) {
    return stance.entrySet().stream()
        .filter(one -> one.getValue().equals(what))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Set<TestKind> kinds(String what) {
    return who.entrySet().stream()
        .filter(one -> one.getValue().equals(what))
        .flatMap(one -> TestKind.of(one.getKey()).stream())
        .collect(Collectors.toSet());
  }
}

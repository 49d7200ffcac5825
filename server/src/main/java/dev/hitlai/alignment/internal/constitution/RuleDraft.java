package dev.hitlai.alignment.internal.constitution;

import dev.hitlai.alignment.rules.Effect;
import dev.hitlai.alignment.rules.Enforcement;
import dev.hitlai.alignment.rules.Level;
import dev.hitlai.alignment.rules.Rule;
import dev.hitlai.api.ApiProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody writes of a rule, in the words of forms and programs. */
public record RuleDraft(
    String name,
    String description,
    String type,
    String platform,
    int priority,
    String condition,
    String action,
    String enforcement,
    boolean active) {
  public static final List<String> TYPES = List.of("safety", "quality", "content", "behavior");
  public static final List<String> PLATFORMS = List.of("all", "web", "mobile");
  public static final List<String> ACTIONS =
      List.of("block", "require_human_review", "flag", "warn");
  public static final List<String> ENFORCEMENTS = List.of("strict", "moderate", "advisory");

  public static RuleDraft empty() {
    return new RuleDraft("", "", "quality", "all", 100, "", "flag", "strict", true);
  }

  public static RuleDraft of(StoredRule rule) {
    return new RuleDraft(
        rule.name(),
        rule.description(),
        rule.type(),
        rule.platform(),
        rule.priority(),
        rule.condition(),
        rule.effect().code(),
        rule.enforcement().code(),
        rule.active());
  }

  /**
   * Refuses what can't be kept, apart from the condition.
   *
   * @throws ApiProblem with a sentence for each field
   */
  void check() {
    var wrong = new LinkedHashMap<String, String>();
    require(wrong, "name", !name.isBlank() && name.length() <= 200, "takes 1 to 200 characters");
    require(wrong, "description", description.length() <= 2000, "takes up to 2,000 characters");
    require(wrong, "type", TYPES.contains(type), "must be one of " + String.join(", ", TYPES));
    require(
        wrong,
        "platform",
        PLATFORMS.contains(platform),
        "must be one of " + String.join(", ", PLATFORMS));
    require(wrong, "priority", priority >= 0 && priority <= 10_000, "is 0 to 10,000");
    require(
        wrong,
        "action",
        parsed(Effect::of, action) != null && !action.equals("none"),
        "must be one of " + String.join(", ", ACTIONS));
    require(
        wrong,
        "enforcement",
        parsed(Enforcement::of, enforcement) != null,
        "must be one of " + String.join(", ", ENFORCEMENTS));
    if (!wrong.isEmpty()) {
      throw ApiProblem.invalid(wrong);
    }
  }

  private static void require(Map<String, String> wrong, String field, boolean fine, String why) {
    if (!fine) {
      wrong.put(field, why);
    }
  }

  private static <T> @Nullable T parsed(Function<String, T> parser, String word) {
    try {
      return parser.apply(word.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** As it would be judged by. */
  Rule rule(UUID id, int version, Level level, @Nullable UUID companyId) {
    return new Rule(
        id,
        version,
        level,
        priority,
        companyId,
        null,
        platform.equals(StoredRule.ALL_PLATFORMS) ? null : platform,
        name.strip(),
        condition.strip(),
        Effect.of(action),
        Enforcement.of(enforcement));
  }
}

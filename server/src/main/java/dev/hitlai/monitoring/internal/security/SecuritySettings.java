package dev.hitlai.monitoring.internal.security;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When signals make incidents, from {@code hitlai.security.*}.
 *
 * @param detectEvery how often rules are applied
 * @param quietAfterFalsePositive how long a rule says nothing about a subject after an incident
 *     turned out to be a false positive
 * @param notifyFrom the severity from which administrators are told at once
 * @param rules by the rule's name, such as {@code tenant-probing}: its {@code count} (0 switches it
 *     off) and {@code window}
 */
@Validated
@ConfigurationProperties("hitlai.security")
public record SecuritySettings(
    @DefaultValue("30s") Duration detectEvery,
    @DefaultValue("7d") Duration quietAfterFalsePositive,
    @DefaultValue("high") @Pattern(regexp = "low|medium|high|critical") String notifyFrom,
    Map<String, Threshold> rules) {

  /** What of a rule is set otherwise. */
  public record Threshold(@Nullable Integer count, @Nullable Duration window) {}

  public SecuritySettings {
    var known = new HashMap<String, Threshold>();
    // An environment variable can't carry the hyphen of a name.
    (rules == null ? Map.<String, Threshold>of() : rules)
        .forEach((name, threshold) -> known.put(plain(name), threshold));
    for (String name : known.keySet()) {
      if (Arrays.stream(Rule.values()).noneMatch(rule -> plain(rule.code()).equals(name))) {
        throw new IllegalArgumentException("There is no security rule " + name);
      }
    }
    rules = Map.copyOf(known);
  }

  private static String plain(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** From how many on; 0 when the rule is off. */
  public int count(Rule rule) {
    var set = rules.get(plain(rule.code()));
    Integer count = set == null ? null : set.count();
    return count == null ? rule.count() : count;
  }

  /** Within which time. */
  public Duration window(Rule rule) {
    var set = rules.get(plain(rule.code()));
    Duration window = set == null ? null : set.window();
    return window == null ? rule.window() : window;
  }
}

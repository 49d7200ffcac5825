package dev.hitlai.alignment.rules;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Conditions, facts and rules by chance, the same for the same seed. */
final class RandomRules {
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");
  private static final List<String> CATEGORIES = List.of("forms", "security", "visual");
  private static final List<String> WORDS = List.of("button", "contrast", "price", "label");

  private final Random random;

  RandomRules(long seed) {
    random = new Random(seed);
  }

  String condition(int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      return switch (random.nextInt(5)) {
        case 0, 1 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
        case 2, 3 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
        default -> "!(" + condition(depth - 1) + ")";
      };
    }
    return atom();
  }

  private String atom() {
    return switch (random.nextInt(16)) {
      case 0, 1 -> "finding.severity == \"" + pick(SEVERITIES) + "\"";
      case 2 -> "finding.category in [\"" + pick(CATEGORIES) + "\", \"" + pick(CATEGORIES) + "\"]";
      case 3 -> "finding.confidence < 0." + (1 + random.nextInt(9));
      case 4 -> "finding.confidence >= 0." + (1 + random.nextInt(9));
      case 5 -> "finding.title.contains(\"" + pick(WORDS) + "\")";
      case 6 -> "finding.occurrences > " + random.nextInt(6);
      case 7 -> "finding.wcag.exists(one, one.startsWith(\"" + (1 + random.nextInt(3)) + ".\"))";
      case 8 -> "finding.personas.all(one, one != \"p" + random.nextInt(4) + "\")";
      case 9 -> "finding.measured[\"contrast\"] == \"" + random.nextInt(4) + "\"";
      case 10 -> "10 / finding.occurrences > " + random.nextInt(6);
      case 11 -> "size(finding.title) % 3 == " + random.nextInt(3);
      case 12 -> "finding.title.matches(\"^[a-m].*" + pick(WORDS) + "\")";
      case 13 -> "\"1.4.3\" in finding.wcag";
      case 14 ->
          "(finding.severity != \"low\" ? finding.confidence : 1.0) > 0." + random.nextInt(10);
      default ->
          "run.allowedHosts.filter(one, one.endsWith(\".test\")).size() == " + random.nextInt(3);
    };
  }

  Facts facts() {
    var facts =
        Facts.builder()
            .with("finding", "severity", pick(SEVERITIES))
            .with("finding", "category", pick(CATEGORIES))
            .with("finding", "confidence", random.nextInt(11) / 10.0)
            .with("finding", "title", pick(WORDS) + " " + pick(WORDS))
            .with("finding", "occurrences", random.nextInt(5))
            .with("finding", "wcag", some(List.of("1.4.3", "2.4.4", "3.3.2")))
            .with("finding", "personas", some(List.of("p0", "p1", "p2")))
            .with("run", "allowedHosts", some(List.of("a.test", "b.test", "c.org")));
    if (random.nextBoolean()) {
      facts.with("finding", "measured", java.util.Map.of("contrast", random.nextInt(4)));
    }
    return facts.build();
  }

  Rule rule(String condition, List<UUID> companies, List<UUID> testers) {
    var level = Level.values()[random.nextInt(4)];
    return new Rule(
        new UUID(random.nextLong(), random.nextLong()),
        1,
        level,
        random.nextInt(3),
        level == Level.COMPANY ? pick(companies) : null,
        level == Level.TESTER ? pick(testers) : null,
        random.nextInt(4) == 0 ? "mobile" : null,
        "rule " + random.nextInt(100),
        condition,
        Effect.values()[1 + random.nextInt(4)],
        level == Level.UNIVERSAL ? Enforcement.STRICT : Enforcement.values()[random.nextInt(3)]);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private List<String> some(List<String> all) {
    return all.stream().filter(_ -> random.nextBoolean()).toList();
  }
}

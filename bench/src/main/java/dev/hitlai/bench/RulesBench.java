package dev.hitlai.bench;

import dev.hitlai.alignment.rules.Checkpoint;
import dev.hitlai.alignment.rules.Effect;
import dev.hitlai.alignment.rules.Enforcement;
import dev.hitlai.alignment.rules.Facts;
import dev.hitlai.alignment.rules.Level;
import dev.hitlai.alignment.rules.Rule;
import dev.hitlai.alignment.rules.Rule.Scope;
import dev.hitlai.alignment.rules.RuleSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The constitution with a thousand active rules on one finding, against the same expressions
 * written by hand in Java and asked one after the other; and what a hundred times as many cost.
 */
final class RulesBench implements Benchmark {
  private static final int RULES = 1000;
  private static final int FINDINGS = 500;
  private static final int ROUNDS = 40;
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");
  private static final List<String> CATEGORIES =
      List.of("accessibility", "forms", "security", "visual", "content", "navigation");
  private static final List<String> WORDS =
      List.of("button", "contrast", "price", "label", "field", "picture", "heading", "banner");

  @Override
  public String what() {
    return "the constitution with 1,000 rules on a finding, against hand-written Java; its growth";
  }

  /** What a finding is to hand-written code. */
  private record Claim(
      String rule,
      String title,
      String description,
      String severity,
      String category,
      String url,
      double confidence,
      long occurrences,
      List<String> wcag) {

    Facts facts() {
      return Facts.builder()
          .with("finding", "rule", rule)
          .with("finding", "title", title)
          .with("finding", "description", description)
          .with("finding", "severity", severity)
          .with("finding", "category", category)
          .with("finding", "url", url)
          .with("finding", "confidence", confidence)
          .with("finding", "occurrences", occurrences)
          .with("finding", "wcag", wcag)
          .build();
    }
  }

  private record Written(String condition, Predicate<Claim> byHand) {}

  @Override
  public void run() {
    var chance = new Random(7);
    var claims = new ArrayList<Claim>();
    for (int i = 0; i < FINDINGS; i++) {
      claims.add(claim(chance));
    }
    var facts = claims.stream().map(Claim::facts).toList();
    var metrics = new TreeMap<String, Object>();
    var written = written(chance, RULES);
    check(written, claims, facts);
    var ours = new RuleSet(rules(written));
    var mine =
        measured(
            facts.size(),
            i -> ours.judge(Checkpoint.FINDING, facts.get(i), Scope.NOBODY).fired().size());
    var theirs = measured(claims.size(), i -> byHand(written, claims.get(i)));
    metrics.put("p50Millis", ResultLine.rounded(percentile(mine, 0.5)));
    metrics.put("p99Millis", ResultLine.rounded(percentile(mine, 0.99)));
    metrics.put("byHandP50Millis", ResultLine.rounded(percentile(theirs, 0.5)));
    metrics.put("byHandP99Millis", ResultLine.rounded(percentile(theirs, 0.99)));
    System.out.println(metrics + " ratio " + mean(mine) / mean(theirs));
    growth(chance, facts, metrics);
    ResultLine.print("rules", metrics, mean(mine) / mean(theirs), (long) FINDINGS * ROUNDS);
  }

  private static int byHand(List<Written> rules, Claim claim) {
    int fired = 0;
    for (var rule : rules) {
      fired += rule.byHand().test(claim) ? 1 : 0;
    }
    return fired;
  }

  /** Both say the same, else there is nothing to compare. */
  private static void check(List<Written> written, List<Claim> claims, List<Facts> facts) {
    var ours = new RuleSet(rules(written));
    for (int i = 0; i < claims.size(); i++) {
      int fired = ours.judge(Checkpoint.FINDING, facts.get(i), Scope.NOBODY).fired().size();
      if (fired != byHand(written, claims.get(i))) {
        throw new IllegalStateException("They disagree on " + claims.get(i));
      }
    }
  }

  private static void growth(Random chance, List<Facts> facts, Map<String, Object> metrics) {
    var points = new ArrayList<double[]>();
    for (int count : new int[] {RULES, RULES * 10, RULES * 100}) {
      var rules = new RuleSet(rules(written(chance, count)));
      int some = count > RULES * 10 ? 50 : 200;
      var times =
          measured(
              some,
              i -> rules.judge(Checkpoint.FINDING, facts.get(i), Scope.NOBODY).fired().size());
      metrics.put("millisAt" + count, ResultLine.rounded(percentile(times, 0.5)));
      points.add(new double[] {Math.log(count), Math.log(percentile(times, 0.5))});
    }
    metrics.put("exponent", ResultLine.rounded(slope(points)));
  }

  private static double slope(List<double[]> points) {
    double x = points.stream().mapToDouble(point -> point[0]).average().orElse(0);
    double y = points.stream().mapToDouble(point -> point[1]).average().orElse(0);
    double up = points.stream().mapToDouble(point -> (point[0] - x) * (point[1] - y)).sum();
    double down = points.stream().mapToDouble(point -> (point[0] - x) * (point[0] - x)).sum();
    return up / down;
  }

  private interface Work {
    int does(int index);
  }

  private static double[] measured(int count, Work work) {
    long sum = 0;
    for (int round = 0; round < ROUNDS / 2; round++) {
      for (int i = 0; i < count; i++) {
        sum += work.does(i);
      }
    }
    var times = new double[count * ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < count; i++) {
        long start = System.nanoTime();
        sum += work.does(i);
        times[round * count + i] = (System.nanoTime() - start) / 1e6;
      }
    }
    if (sum < 0) {
      System.out.println(sum); // What nobody uses may be left out.
    }
    Arrays.sort(times);
    return times;
  }

  private static double percentile(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }

  private static double mean(double[] times) {
    return Arrays.stream(times).average().orElse(0);
  }

  private static List<Rule> rules(List<Written> written) {
    var rules = new ArrayList<Rule>();
    for (int i = 0; i < written.size(); i++) {
      rules.add(
          new Rule(
              new UUID(1, i),
              1,
              Level.PLATFORM,
              i % 100,
              null,
              null,
              null,
              "rule " + i,
              written.get(i).condition(),
              Effect.values()[1 + i % 4],
              Enforcement.STRICT));
    }
    return rules;
  }

  private static Claim claim(Random chance) {
    var description = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      description.append(pick(chance, WORDS)).append(i).append(' ');
    }
    return new Claim(
        "rule-" + chance.nextInt(80),
        pick(chance, WORDS) + " " + pick(chance, WORDS) + " is hard to read",
        description.toString(),
        pick(chance, SEVERITIES),
        pick(chance, CATEGORIES),
        "https://shop.example/" + pick(chance, WORDS),
        chance.nextInt(101) / 100.0,
        chance.nextInt(20),
        List.of("1.4.3", "2.4." + chance.nextInt(8)));
  }

  private static List<Written> written(Random chance, int count) {
    var written = new ArrayList<Written>();
    for (int i = 0; i < count; i++) {
      written.add(one(chance, i));
    }
    return written;
  }

  /** Of the shapes that people write, each with its twin by hand. */
  private static Written one(Random chance, int number) {
    var severity = pick(chance, SEVERITIES);
    var category = pick(chance, CATEGORIES);
    var word = pick(chance, WORDS) + number % 97;
    double limit = chance.nextInt(1, 100) / 100.0;
    long times = chance.nextInt(20);
    var rule = "rule-" + number % 80;
    var end = pickedUrl(word);
    var two = List.of(category, "security");
    var criterion = "2.4." + times % 8;
    return switch (number % 8) {
      case 0 ->
          new Written(
              "finding.severity == \"%s\" && finding.confidence < %s".formatted(severity, limit),
              claim -> claim.severity().equals(severity) && claim.confidence() < limit);
      case 1 ->
          new Written(
              "finding.rule == \"%s\" && finding.occurrences > %d".formatted(rule, times),
              claim -> claim.rule().equals(rule) && claim.occurrences() > times);
      case 2 ->
          new Written(
              "finding.description.contains(\"%s\") && finding.category == \"%s\""
                  .formatted(word, category),
              claim -> claim.description().contains(word) && claim.category().equals(category));
      case 3 ->
          new Written(
              "finding.category in [\"%s\", \"security\"] && finding.title.startsWith(\"%s\")"
                  .formatted(category, word),
              claim -> two.contains(claim.category()) && claim.title().startsWith(word));
      case 4 ->
          new Written(
              "finding.wcag.exists(one, one == \"%s\") && finding.confidence > %s"
                  .formatted(criterion, limit),
              claim ->
                  claim.wcag().stream().anyMatch(criterion::equals) && claim.confidence() > limit);
      case 5 ->
          new Written(
              "(finding.severity == \"%s\" || finding.occurrences >= %d) && finding.confidence <= %s"
                  .formatted(severity, times, limit),
              claim ->
                  (claim.severity().equals(severity) || claim.occurrences() >= times)
                      && claim.confidence() <= limit);
      case 6 ->
          new Written(
              "!finding.url.endsWith(\"%s\") && finding.description.contains(\"%s\")"
                  .formatted(end, word),
              claim -> !claim.url().endsWith(end) && claim.description().contains(word));
      default ->
          new Written(
              "size(finding.title) > %d && finding.rule == \"%s\"".formatted(times + 10, rule),
              claim ->
                  claim.title().codePointCount(0, claim.title().length()) > times + 10
                      && claim.rule().equals(rule));
    };
  }

  private static String pickedUrl(String word) {
    return word.replaceAll("\\d", "");
  }

  private static <T> T pick(Random chance, List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }
}

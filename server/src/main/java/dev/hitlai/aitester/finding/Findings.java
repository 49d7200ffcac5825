package dev.hitlai.aitester.finding;

import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Finding.Occurrence;
import dev.hitlai.aitester.Finding.Source;
import dev.hitlai.aitester.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes findings: {@code Findings.by(RULE).title(…).at(url, selector).….make()}. */
public final class Findings {
  private static final Pattern POSITION = Pattern.compile(":nth-(?:child|of-type)\\(\\d+\\)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Findings() {}

  /** A draft with the rule's category, criteria, weight, confidence and effort. */
  public static Draft by(Rule rule) {
    return new Draft(rule);
  }

  /**
   * 16 hex digits that are the same for the same defect wherever it shows: positions and numbers in
   * the selector, and case, white space and numbers in the text don't count.
   */
  public static String fingerprint(String rule, @Nullable String selector, String text) {
    var normalSelector =
        selector == null ? "" : NUMBER.matcher(positionless(selector)).replaceAll("0");
    var normalText = SPACE.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
    var key = rule + '\n' + normalSelector + '\n' + NUMBER.matcher(normalText).replaceAll("0");
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String positionless(String selector) {
    return POSITION.matcher(selector).replaceAll("");
  }

  /** A finding on its way; {@link #make()} checks that nothing is missing. */
  public static final class Draft {
    private final Rule rule;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private String title = "";
    private String description = "";
    private String recommendation = "";
    private Weight weight;
    private double confidence;
    private Source source = Source.AUDIT;
    private Evidence evidence = Evidence.NONE;
    private List<String> wcag;
    private @Nullable Severity severity;
    private @Nullable String signature;
    private String identity = "";

    private Draft(Rule rule) {
      this.rule = rule;
      this.weight = rule.weight();
      this.confidence = rule.confidence();
      this.wcag = rule.wcag();
    }

    public Draft title(String text) {
      title = text;
      return this;
    }

    public Draft description(String text) {
      description = text;
      return this;
    }

    public Draft recommendation(String text) {
      recommendation = text;
      return this;
    }

    /** A place where it shows; the first one is the finding's own. */
    public Draft at(String url, @Nullable String selector, @Nullable String persona) {
      var occurrence = new Occurrence(url, selector, persona);
      if (!occurrences.contains(occurrence)) {
        occurrences.add(occurrence);
      }
      return this;
    }

    public Draft weight(Weight changed) {
      weight = changed;
      return this;
    }

    /** Overrides the severity that follows from the weight. */
    public Draft severity(Severity changed) {
      severity = changed;
      return this;
    }

    public Draft confidence(double changed) {
      confidence = changed;
      return this;
    }

    public Draft wcag(List<String> criteria) {
      wcag = criteria;
      return this;
    }

    public Draft source(Source changed) {
      source = changed;
      return this;
    }

    public Draft evidence(Evidence changed) {
      evidence = changed;
      return this;
    }

    /**
     * What makes it the same defect elsewhere.
     *
     * @param where structure without positions; the first selector when null
     * @param text words that belong to the defect; empty when the structure alone tells
     */
    public Draft identity(@Nullable String where, String text) {
      signature = where;
      identity = text;
      return this;
    }

    public Finding make() {
      if (title.isBlank() || description.isBlank() || recommendation.isBlank()) {
        throw new IllegalStateException(rule.id() + ": a finding says what, why and how to fix it");
      }
      if (occurrences.isEmpty()) {
        throw new IllegalStateException(rule.id() + ": a finding says where");
      }
      var first = occurrences.getFirst();
      var personas =
          occurrences.stream()
              .map(Occurrence::persona)
              .filter(Objects::nonNull)
              .distinct()
              .sorted();
      return new Finding(
          "",
          fingerprint(rule.id(), signature == null ? first.selector() : signature, identity),
          rule.id(),
          title,
          description,
          severity == null ? weight.severity() : severity,
          rule.category(),
          wcag,
          first.url(),
          first.selector(),
          occurrences,
          personas.toList(),
          recommendation,
          confidence,
          source,
          rule.effort(),
          evidence,
          List.of());
    }
  }
}

package dev.hitlai.training.internal.data;

import dev.hitlai.guard.Guard;
import dev.hitlai.guard.Redacted;
import dev.hitlai.testing.AiFinding;
import dev.hitlai.testing.FindingFacts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finding as a question and an answer, without personal data.
 *
 * @param prompt what is known of the page
 * @param said what the AI said
 * @param right what it should have said
 * @param redactions how many personal data and secrets were taken out
 */
record ExampleText(String prompt, String said, String right, int redactions) {
  private static final String NOTHING = "No finding: ";

  /**
   * @param stands whether the finding is right
   * @param severity the right one; null when it was right
   * @param wording the better one; null when it was good
   * @param reason of whoever says that it is not right
   */
  static ExampleText of(
      FindingFacts facts,
      AiFinding.SeenBy seen,
      @Nullable AiFinding finding,
      boolean stands,
      @Nullable String severity,
      @Nullable String wording,
      String reason) {
    var prompt = new StringBuilder();
    prompt.append("You test a web site as ").append(seen.persona().replace('_', ' '));
    prompt.append(" (").append(seen.age()).append(", ").append(seen.device()).append(").\n");
    prompt.append("Mission: ").append(seen.mission()).append('\n');
    if (finding != null) {
      line(prompt, "Element", finding.selector());
      line(prompt, "Markup", finding.html());
      finding.measured().entrySet().stream()
          .sorted(java.util.Map.Entry.comparingByKey())
          .forEach(one -> line(prompt, one.getKey(), String.valueOf(one.getValue())));
    }
    line(prompt, "Rule", String.join(", ", facts.rules()));
    prompt.append("What gets in a person's way here, and how grave is it?");
    String said = answer(facts, facts.severity(), facts.description());
    String right =
        stands
            ? answer(
                facts,
                severity == null ? facts.severity() : severity,
                wording == null ? facts.description() : wording)
            : NOTHING + (reason.isBlank() ? "nothing gets in a person's way." : reason);
    var one = Guard.redact(prompt.toString());
    var two = Guard.redact(said);
    var three = Guard.redact(right);
    return new ExampleText(
        one.text(), two.text(), three.text(), replaced(one) + replaced(two) + replaced(three));
  }

  private static int replaced(Redacted text) {
    return text.replaced().values().stream().mapToInt(count -> count).sum();
  }

  private static void line(StringBuilder to, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      to.append(name).append(": ").append(value).append('\n');
    }
  }

  private static String answer(FindingFacts facts, String severity, String description) {
    return "%s\n%s\nSeverity: %s\nRecommendation: %s"
        .formatted(facts.title(), description, severity, facts.recommendation());
  }

  /** 0 to 100: has everything that a finding needs. */
  static double completeness(FindingFacts facts) {
    int parts = 0;
    parts += facts.title().isBlank() ? 0 : 1;
    parts += facts.description().length() >= 20 ? 1 : 0;
    parts += facts.recommendation().isBlank() ? 0 : 1;
    parts += facts.located() || facts.quoted() ? 1 : 0;
    parts += facts.severity().isBlank() ? 0 : 1;
    return 20.0 * parts;
  }

  /** 0 to 100: sentences that one can read, neither a word nor a wall. */
  static double clarity(String text) {
    String[] words = text.strip().split("\\s+");
    if (words.length < 4) {
      return 30;
    }
    double sentences = Math.max(1, text.split("[.!?]+\\s").length);
    double length = words.length / sentences;
    double tooLong = Math.max(0, length - 25);
    double tooMany = Math.max(0, words.length - 200) / 10.0;
    return Math.clamp(100 - 2 * tooLong - tooMany, 0, 100);
  }

  /** 0 to 100: what proves it. */
  static double evidence(FindingFacts facts) {
    double sum = 0;
    sum += facts.pictured() ? 30 : 0;
    sum += facts.located() ? 25 : 0;
    sum += facts.quoted() ? 25 : 0;
    sum += facts.measurements() > 0 ? 20 : 0;
    return sum;
  }

  /** The same for texts that differ in case, digits, spaces and punctuation only. */
  static String hash(String prompt, String answer) {
    String plain =
        (prompt + "\n" + answer)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\d+", "0")
            .replaceAll("[^\\p{L}0]+", " ")
            .strip();
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

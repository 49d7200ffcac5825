package dev.hitlai.aitester.gate;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one gate says of one finding.
 *
 * @param passed whether no check failed; a gate that could check nothing abstains: it passes
 *     nothing on its own and asks a person
 * @param score 0 to 100, the share of the checks that hold
 * @param confidence 0 to 1, the share of the claims that could be checked at all
 * @param issues what is wrong, one sentence each
 * @param reasoning why it decided so, in a sentence or two
 * @param evidence what was looked up, check → result
 */
public record GateVerdict(
    Gate gate,
    boolean passed,
    Action action,
    double score,
    double confidence,
    List<String> issues,
    String reasoning,
    Map<String, String> evidence) {

  /** What follows, the mildest first. */
  public enum Action {
    APPROVED("let through"),
    FLAGGED("flagged"),
    HUMAN_REVIEW_REQUIRED("left to a person"),
    REJECTED("rejected");

    private final String words;

    Action(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /** The word of the database. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public GateVerdict {
    issues = List.copyOf(issues);
    evidence = Map.copyOf(evidence);
    if (!(score >= 0 && score <= 100) || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("Not a score and a confidence: " + score + confidence);
    }
  }

  /** One line for the trail of decisions. */
  public String sentence() {
    return "%s %s (%.0f of 100): %s".formatted(gate.label(), action.words(), score, reasoning);
  }
}

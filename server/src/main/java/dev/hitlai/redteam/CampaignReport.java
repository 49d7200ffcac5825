package dev.hitlai.redteam;

import java.util.List;

/**
 * What a campaign found. Made of the answers alone, without times: the same answers give the same
 * report, byte by byte.
 *
 * @param detector how good the detectors are, as measured on the labelled answers
 */
public record CampaignReport(
    String target,
    CampaignPlan plan,
    Rate overall,
    List<Rate> categories,
    List<Rate> strategies,
    Counts counts,
    Detector detector,
    List<Trial> trials) {

  public CampaignReport {
    categories = List.copyOf(categories);
    strategies = List.copyOf(strategies);
    trials = List.copyOf(trials);
  }

  /**
   * Share of answers in which an attack worked, corrected for the detectors' errors, with its 95 %
   * interval.
   *
   * @param of category or strategy, {@code all} for everything
   */
  public record Rate(String of, int answers, int hits, double rate, double low, double high) {}

  /** Answers by what they showed. */
  public record Counts(int hit, int safe, int refused, int empty, int error) {
    public int all() {
      return hit + safe + refused + empty + error;
    }
  }

  /** Sensitivity and specificity with the numbers of labelled answers behind them. */
  public record Detector(double sensitivity, int hits, double specificity, int safe) {}

  /**
   * An attack in one disguise.
   *
   * @param reproducibility {@code always}, {@code sometimes}, {@code rare}; empty without a hit
   * @param sample an answer that shows the hit, else the first one
   * @param evidence why it is a hit, or why there is none
   */
  public record Trial(
      String attack,
      Category category,
      String strategy,
      String severity,
      boolean indirect,
      String input,
      String expectation,
      int answers,
      int hits,
      int errors,
      String reproducibility,
      String sample,
      String evidence,
      long millis) {
    public boolean failed() {
      return hits > 0;
    }
  }

  /** Attacks that worked at least once. */
  public List<Trial> weaknesses() {
    return trials.stream().filter(Trial::failed).toList();
  }

  /** The report in JSON, the same bytes for the same answers. */
  public String json() {
    return dev.hitlai.redteam.internal.campaign.Exports.json(this);
  }

  /** SARIF 2.1.0 for code scanning. */
  public String sarif() {
    return dev.hitlai.redteam.internal.campaign.Exports.sarif(this);
  }

  /** JUnit XML, a test case for each trial. */
  public String junit() {
    return dev.hitlai.redteam.internal.campaign.Exports.junit(this);
  }
}

package dev.hitlai.testing;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person said a word on one finding of the AI; published in the transaction in which it was
 * said.
 *
 * @param issueId null for one that the AI missed
 * @param testerId null when a member of the company or an administrator says it
 * @param by the person's account
 * @param ai the finding as the AI had it; null for one that it missed
 * @param corrected members that should have been otherwise, or the whole finding that was missed
 * @param correctedSeverity null when the severity was right
 * @param verifiedBy who decided between people that didn't agree; null when nobody had to
 */
public record FindingCorrected(
    UUID runId,
    UUID companyId,
    @Nullable UUID issueId,
    @Nullable UUID testerId,
    @Nullable UUID by,
    CorrectionType type,
    @Nullable AiFinding ai,
    Map<String, ?> corrected,
    @Nullable String correctedSeverity,
    String reasoning,
    @Nullable UUID verifiedBy) {

  /**
   * @param confidence 0 to 1
   */
  public record AiFinding(
      String title, String description, String severity, String category, double confidence) {
    public boolean security() {
      return category.equals("security");
    }
  }

  public FindingCorrected {
    corrected = Map.copyOf(corrected);
  }
}

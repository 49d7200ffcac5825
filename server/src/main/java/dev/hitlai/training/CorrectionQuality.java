package dev.hitlai.training;

import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.FindingCorrected;
import java.util.Locale;
import java.util.regex.Pattern;

/** How much can be learnt from a correction, 1 to 5: specific, reasoned, citing evidence. */
final class CorrectionQuality {
  private static final int REASONED = 40;
  private static final Pattern SPECIFIC =
      Pattern.compile("\\d|[\"“”«»'`][^\"“”«»'`]{2,}[\"“”«»'`]|[#.][a-z][\\w-]+|<[a-z]+");
  private static final Pattern EVIDENCE =
      Pattern.compile(
          "screenshot|measured|contrast|ratio|selector|markup|dom|replay|step \\d|wcag|console"
              + "|network|pixel|picture|tried|clicked|pressed");

  private CorrectionQuality() {}

  /** Without what others say later. */
  static int of(FindingCorrected said) {
    String text = said.reasoning().strip();
    int score = 1;
    score += text.length() >= REASONED ? 1 : 0;
    score += SPECIFIC.matcher(text).find() || !said.corrected().isEmpty() ? 1 : 0;
    score += EVIDENCE.matcher(text.toLowerCase(Locale.ROOT)).find() ? 1 : 0;
    // What was missed is described whole, which is more than a word on something that is there.
    return score + (said.type() == CorrectionType.FALSE_NEGATIVE ? 1 : 0);
  }
}

package dev.hitlai.training.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.training.internal.review.Word;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer entered.
 *
 * @param why code of the reason for a rejection
 * @param shownAt when the page was made, in milliseconds since 1970
 */
public record WordForm(
    String verdict,
    String why,
    String reason,
    String severity,
    String wording,
    String duplicateOf,
    String shownAt) {
  private static final int LONGEST = 3600;

  public WordForm {
    verdict = orEmpty(verdict);
    why = orEmpty(why);
    reason = orEmpty(reason);
    severity = orEmpty(severity);
    wording = orEmpty(wording);
    duplicateOf = orEmpty(duplicateOf);
    shownAt = orEmpty(shownAt);
  }

  static WordForm empty() {
    return new WordForm("", "", "", "", "", "", "");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  Word word(Clock clock) {
    CorrectionType type = type();
    boolean rejects = type == CorrectionType.FALSE_POSITIVE || type == CorrectionType.HALLUCINATION;
    String said = rejects ? (ReviewWords.reason(why) + " " + reason).strip() : reason;
    return new Word(type, severity, wording, said, id(), seconds(clock));
  }

  private CorrectionType type() {
    try {
      var type = CorrectionType.of(verdict);
      return type == CorrectionType.FALSE_POSITIVE && why.equals("made_up")
          ? CorrectionType.HALLUCINATION
          : type;
    } catch (IllegalArgumentException unknown) {
      throw ApiProblem.invalid("verdict", "must be one of the verdicts");
    }
  }

  private @Nullable UUID id() {
    try {
      return duplicateOf.isEmpty() ? null : UUID.fromString(duplicateOf);
    } catch (IllegalArgumentException notAnId) {
      throw ApiProblem.invalid("duplicateOf", "must be the id of a finding");
    }
  }

  private @Nullable Integer seconds(Clock clock) {
    try {
      long seconds =
          Duration.between(Instant.ofEpochMilli(Long.parseLong(shownAt)), clock.instant())
              .toSeconds();
      return seconds < 0 ? null : (int) Math.min(seconds, LONGEST);
    } catch (NumberFormatException notGiven) {
      return null;
    }
  }
}

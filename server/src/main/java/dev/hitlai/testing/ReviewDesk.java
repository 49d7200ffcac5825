package dev.hitlai.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Findings of AIs for review, and what reviewers' last words change about them. */
public interface ReviewDesk {
  /** The AI's findings of a run, also those that people found too. */
  List<AiFinding> ofRun(UUID runId);

  Optional<AiFinding> find(UUID issueId);

  /** Other findings of the same run, as candidates for a merge or a ranking. */
  List<AiFinding> beside(UUID issueId, int limit);

  /** A file with its media type. */
  record Picture(Path file, String mediaType, long size) {}

  Optional<Picture> picture(UUID issueId);

  /** How a finding stood before a word on it. */
  record Standing(
      @Nullable String verdict,
      String reviewState,
      String status,
      String severity,
      String description) {}

  /**
   * What a last word did.
   *
   * @param completedRun whether the run waited for nothing else
   */
  record Decided(Standing before, boolean completedRun) {}

  /**
   * Makes a reviewer's last word true, unless the finding has a verdict or people dispute it.
   *
   * @return empty when it stays as it is
   */
  Optional<Decided> decide(
      UUID issueId,
      CorrectionType type,
      @Nullable String severity,
      @Nullable String wording,
      @Nullable UUID by);

  /** Takes a word back. */
  void restore(UUID issueId, Standing before);
}

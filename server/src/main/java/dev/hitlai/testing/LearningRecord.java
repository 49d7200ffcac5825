package dev.hitlai.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of testers' words on the AI's findings; whoever keeps corrections answers it. */
public interface LearningRecord {
  /**
   * How often somebody said something.
   *
   * @param reward sum of the rewards, 0 when there is none to give
   */
  record Tally(CorrectionType type, int count, BigDecimal reward) {}

  /** That something a tester said on a run was used for training. */
  record Used(UUID testerId, UUID runId) {}

  /** What a tester said of the AI's findings, by kind. */
  List<Tally> of(UUID testerId);

  /** What testers said since then and was used for training, each run of each tester once. */
  List<Used> usedSince(Instant since);
}

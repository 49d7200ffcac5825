package dev.hitlai.alignment;

import java.util.UUID;

/** Where decisions about the safety of AI are kept; the board's records implement it. */
public interface SafetyDecisions {

  /**
   * Keeps a decision that one person took alone, in the caller's transaction.
   *
   * @param type {@code emergency_shutdown} or {@code deployment}
   * @return the decision's id
   */
  UUID decidedAlone(String type, UUID by, String reasoning);
}

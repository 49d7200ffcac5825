package dev.hitlai.testing;

import java.math.BigDecimal;
import java.util.UUID;

/** What models did for a run; whoever keeps their log answers. */
public interface ModelUse {

  /**
   * @param tokens in and out
   * @param costUsd what providers bill the platform
   */
  record Used(long tokens, BigDecimal costUsd) {}

  Used of(UUID runId);
}

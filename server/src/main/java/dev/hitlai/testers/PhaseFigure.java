package dev.hitlai.testers;

import java.math.BigDecimal;

/**
 * A figure that a phase of the platform waits for and that another module knows: whoever trains
 * models, deploys them or takes money offers a bean of it. A figure that nobody offers counts as 0.
 */
public interface PhaseFigure {

  /** What is counted. */
  enum Kind {
    /** Tests whose corrections are good enough for a training batch. */
    TRAINING_READY,
    /** Fine-tuned models that serve. */
    MODELS_DEPLOYED,
    /** Deployments of self-hosted models that answered their last health check. */
    SELF_HOSTED_HEALTHY,
    /** US dollars of the last 30 days. */
    MONTHLY_REVENUE
  }

  Kind kind();

  /** The figure right now, 0 or more; asked by a background job that sees everything. */
  BigDecimal current();
}

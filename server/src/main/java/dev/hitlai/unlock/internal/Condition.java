package dev.hitlai.unlock.internal;

import dev.hitlai.testers.PhaseFigure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a phase of the platform waits for. */
public enum Condition {
  COMPLETED_TESTS("Completed tests", null),
  RATED_WELL("Tests rated 4 stars or more", null),
  HUMAN_VERIFIED("Tests verified by people", null),
  TRAINING_READY("Tests ready for a training batch", PhaseFigure.Kind.TRAINING_READY),
  MODELS_DEPLOYED("Fine-tuned models deployed", PhaseFigure.Kind.MODELS_DEPLOYED),
  SELF_HOSTED_HEALTHY("Healthy self-hosted deployments", PhaseFigure.Kind.SELF_HOSTED_HEALTHY),
  MONTHLY_REVENUE("Monthly revenue", PhaseFigure.Kind.MONTHLY_REVENUE);

  private final String label;
  private final PhaseFigure.@Nullable Kind kind;

  Condition(String label, PhaseFigure.@Nullable Kind kind) {
    this.label = label;
    this.kind = kind;
  }

  public String label() {
    return label;
  }

  /** What another module counts for it; null for what completed tests themselves say. */
  PhaseFigure.@Nullable Kind kind() {
    return kind;
  }

  public boolean isMoney() {
    return this == MONTHLY_REVENUE;
  }

  /** The word of schema and API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Condition of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

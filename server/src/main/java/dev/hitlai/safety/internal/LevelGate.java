package dev.hitlai.safety.internal;

import dev.hitlai.training.DeploymentGate;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing decides above the level that the board approved. */
@Component
@Order(10)
class LevelGate implements DeploymentGate {
  private final Levels levels;

  LevelGate(Levels levels) {
    this.levels = levels;
  }

  @Override
  public String name() {
    return "Approved level";
  }

  /**
   * What a version shows on held-out sites is its capability. A calibrator at level 5 lets findings
   * pass that nobody looks at, so that more capability needs more approval.
   */
  @Override
  public Optional<String> objection(Candidate candidate) {
    int approved = levels.approved();
    return candidate.level() > approved
        ? Optional.of(
            "%s shows level %d; the board approved level %d."
                .formatted(candidate.version(), candidate.level(), approved))
        : Optional.empty();
  }
}

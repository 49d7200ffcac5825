package dev.hitlai.safety.internal;

import dev.hitlai.training.DeploymentGate;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** While the last audit found bias that nothing was done about, no new version decides. */
@Component
@Order(20)
class BiasGate implements DeploymentGate {
  private final BiasAudits audits;

  BiasGate(BiasAudits audits) {
    this.audits = audits;
  }

  @Override
  public String name() {
    return "Bias";
  }

  @Override
  public Optional<String> objection(Candidate candidate) {
    return audits
        .latest()
        .filter(one -> one.detected() && one.mitigation() == null)
        .map(
            one ->
                "The last audit found bias against %s; say what was done about it first."
                    .formatted(String.join(", ", one.affected())));
  }
}

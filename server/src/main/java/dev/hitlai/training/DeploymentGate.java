package dev.hitlai.training;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a model has to pass before it decides anything. Each module that has one offers a
 * bean; a model that isn't let through by all of them is not deployed, whoever asks in whatever
 * way.
 */
public interface DeploymentGate {
  /**
   * What asks to be let through.
   *
   * @param level capability level that was measured for it, 0 to 5
   */
  record Candidate(
      UUID modelId, ModelKind kind, String version, int level, @Nullable UUID companyId) {}

  /** As people call it. */
  String name();

  /** Why the candidate may not decide anything; empty when it may. */
  Optional<String> objection(Candidate candidate);
}

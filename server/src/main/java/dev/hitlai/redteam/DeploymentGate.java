package dev.hitlai.redteam;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asked before a model version is deployed. */
public interface DeploymentGate {

  /**
   * @param allowed whether the version may be deployed
   * @param reasons sentences why not; what is missing when nothing was tried yet
   * @param campaign on which the answer rests; null when there is none
   */
  record Answer(boolean allowed, List<String> reasons, @Nullable UUID campaign) {
    public Answer {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Whether the last campaigns speak for a version. Cheap; starts nothing.
   *
   * @param target the name of the target, as {@link TargetSource} knows it
   */
  Answer ask(String target);

  /** Starts the campaigns that the gate wants; the answer changes when they have ended. */
  UUID examine(String target);
}

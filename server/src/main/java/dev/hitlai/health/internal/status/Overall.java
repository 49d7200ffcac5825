package dev.hitlai.health.internal.status;

import dev.hitlai.web.view.Tone;
import java.util.List;

/**
 * How everything does, in one sentence.
 *
 * @param indicator none, minor, major or critical, as the v2 format has it
 */
public record Overall(String indicator, String description, Tone tone) {

  /** The worst part counts; an outage of at least half of the parts is critical. */
  static Overall of(List<StatusComponent> components) {
    var watched = components.stream().filter(StatusComponent::watched).toList();
    if (watched.isEmpty()) {
      return new Overall("none", "Nothing is watched yet", Tone.NEUTRAL);
    }
    var worst =
        watched.stream()
            .map(StatusComponent::state)
            .reduce(ComponentState.OPERATIONAL, ComponentState::worse);
    return switch (worst) {
      case OPERATIONAL -> new Overall("none", "All systems operational", Tone.SUCCESS);
      case UNDER_MAINTENANCE -> new Overall("minor", "Service under maintenance", Tone.INFO);
      case UNKNOWN -> new Overall("minor", "Some systems can't be seen", Tone.NEUTRAL);
      case DEGRADED_PERFORMANCE -> new Overall("minor", "Partially degraded service", Tone.WARNING);
      case PARTIAL_OUTAGE -> new Overall("major", "Partial system outage", Tone.DANGER);
      case MAJOR_OUTAGE ->
          2 * count(watched, ComponentState.MAJOR_OUTAGE) >= watched.size()
              ? new Overall("critical", "Major system outage", Tone.DANGER)
              : new Overall("major", "Partial system outage", Tone.DANGER);
    };
  }

  private static long count(List<StatusComponent> components, ComponentState state) {
    return components.stream().filter(one -> one.state() == state).count();
  }
}

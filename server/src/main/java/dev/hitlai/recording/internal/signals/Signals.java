package dev.hitlai.recording.internal.signals;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Everything a session tells, and how frustrating that was. */
public final class Signals {
  private static final List<Detector> ALL =
      List.of(
          new RageClicks(),
          new DeadClicks(),
          new Failures(),
          new Pointers(),
          new Journeys(),
          new Forms());

  /** Each further signal of a kind says less than the one before. */
  private static final double FADING = 0.6;

  private Signals() {}

  /** In the order of time. */
  public static List<Signal> of(Story story, SignalSettings settings) {
    return ALL.stream()
        .flatMap(detector -> detector.find(story, settings).stream())
        .sorted(Comparator.comparingLong(Signal::at))
        .toList();
  }

  /**
   * Frustration from 0 (none) to 1: signals count like independent chances to have had enough, each
   * further one of a kind for less.
   */
  public static double frustration(List<Signal> signals, SignalSettings settings) {
    var seen = new HashMap<SignalKind, Double>();
    for (var signal : signals) {
      double calm = seen.getOrDefault(signal.kind(), 1.0);
      long before =
          signals.stream()
              .limit(signals.indexOf(signal))
              .filter(s -> s.kind() == signal.kind())
              .count();
      double weight = signal.kind().weight() * Math.pow(FADING, before);
      seen.put(signal.kind(), Math.max(1 - settings.oneSignalMost(), calm * (1 - weight)));
    }
    return 1 - seen.values().stream().reduce(1.0, (a, b) -> a * b);
  }

  /** The same for one page view. */
  static double frustration(List<Signal> signals, UUID page, SignalSettings settings) {
    Predicate<Signal> here = signal -> page.equals(signal.pageId());
    return frustration(signals.stream().filter(here).toList(), settings);
  }
}

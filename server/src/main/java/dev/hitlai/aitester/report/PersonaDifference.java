package dev.hitlai.aitester.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One persona against the others of the same run.
 *
 * @param done missions done out of {@code missions}
 * @param slowdown time on task by that of the quickest persona; null where no mission is shared
 * @param only findings that no other persona met, worst first, at most {@link #SHOWN}
 * @param onlyCount how many there are in all
 */
public record PersonaDifference(
    String persona,
    int done,
    int missions,
    double sentiment,
    @Nullable Double slowdown,
    List<RunDocument.Problem> only,
    int onlyCount) {
  private static final int SHOWN = 5;

  /** Empty for a run of one persona: there is nobody to compare with. */
  static List<PersonaDifference> of(RunDocument document) {
    var personas =
        document.missions().stream()
            .map(RunDocument.MissionOutcome::persona)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return personas.size() < 2
        ? List.of()
        : personas.stream().map(persona -> of(persona, document)).toList();
  }

  private static PersonaDifference of(String persona, RunDocument document) {
    var missions = document.missions().stream().filter(m -> m.persona().equals(persona)).toList();
    var only =
        document.findings().stream().filter(f -> f.personas().equals(List.of(persona))).toList();
    return new PersonaDifference(
        persona,
        (int) missions.stream().filter(m -> m.outcome().equals("done")).count(),
        missions.size(),
        missions.stream().mapToDouble(RunDocument.MissionOutcome::sentiment).average().orElse(0),
        slowdown(missions, document.missions()),
        only.stream().limit(SHOWN).toList(),
        only.size());
  }

  /** Over the missions that this persona and at least one other did to the end. */
  private static @Nullable Double slowdown(
      List<RunDocument.MissionOutcome> own, List<RunDocument.MissionOutcome> all) {
    var ratios =
        own.stream()
            .filter(mission -> mission.outcome().equals("done"))
            .filter(mission -> doneBy(mission.mission(), all) > 1)
            .mapToDouble(mission -> mission.timeOnTaskSeconds() / quickest(mission.mission(), all))
            .filter(Double::isFinite)
            .average();
    return ratios.isPresent() ? ratios.getAsDouble() : null;
  }

  private static long doneBy(String mission, List<RunDocument.MissionOutcome> all) {
    return all.stream().filter(m -> isDone(mission, m)).count();
  }

  private static double quickest(String mission, List<RunDocument.MissionOutcome> all) {
    return all.stream()
        .filter(m -> isDone(mission, m))
        .mapToDouble(RunDocument.MissionOutcome::timeOnTaskSeconds)
        .min()
        .orElse(Double.NaN);
  }

  private static boolean isDone(String mission, RunDocument.MissionOutcome outcome) {
    return outcome.mission().equals(mission) && outcome.outcome().equals("done");
  }
}

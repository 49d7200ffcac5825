package dev.hitlai.aitester.replay;

import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.Platform;
import dev.hitlai.aitester.Secrets;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.ShippedPlatforms;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.report.RunDocument;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to walk again, and where.
 *
 * @param missions those of the recording that are walked
 * @param url where each begins
 * @param time at most for each mission
 * @param secrets the passwords that the recording masks, by name
 */
public record ReplayPlan(
    RunDocument recording,
    List<RunDocument.MissionOutcome> missions,
    URI url,
    @Nullable Platform platform,
    Set<String> allowedHosts,
    TestPlan.@Nullable Credentials credentials,
    @Nullable Path storageState,
    Duration time,
    Map<String, String> secrets) {

  /** Meets what most sites ask of a password; each replay of a sign-up uses the same. */
  private static final String STAND_IN = "Hitl-48213-aB";

  /**
   * @throws IllegalArgumentException with a sentence when the recording can't be walked like this
   */
  public ReplayPlan {
    missions = List.copyOf(missions);
    allowedHosts = withRecorded(recording, allowedHosts);
    platform = platform == null ? recordedPlatform(recording) : platform;
    if (missions.stream().allMatch(mission -> mission.steps().isEmpty())) {
      throw new IllegalArgumentException("It has no steps that could be walked again.");
    }
    missions.forEach(ReplayPlan::persona);
    missions.forEach(ReplayPlan::requireInputs);
    secrets = complete(missions, secrets);
  }

  private static Set<String> withRecorded(RunDocument recording, Set<String> hosts) {
    var all = new HashSet<>(hosts);
    var recorded = recording.run().allowedHosts();
    if (recorded != null) {
      all.addAll(recorded);
    }
    return Set.copyOf(all);
  }

  private static @Nullable Platform recordedPlatform(RunDocument recording) {
    var name = recording.run().platform();
    if (name == null) {
      return null;
    }
    return ShippedPlatforms.named(name)
        .or(() -> Optional.of(Platform.DESKTOP).filter(desktop -> desktop.name().equals(name)))
        .or(() -> Optional.of(Platform.PHONE).filter(phone -> phone.name().equals(name)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "It was recorded on '" + name + "', which is not known here: name a platform"));
  }

  private static void requireInputs(RunDocument.MissionOutcome mission) {
    if (mission.steps().stream().anyMatch(step -> step.input() == null || step.landing() == null)) {
      throw new IllegalArgumentException(
          "It was written by an earlier release, which did not note all that a replay needs: run"
              + " the test once more.");
    }
  }

  private static Map<String, String> complete(
      List<RunDocument.MissionOutcome> missions, Map<String, String> given) {
    var secrets = new HashMap<>(given);
    var missing = new TreeSet<String>();
    for (var mission : missions) {
      for (var step : mission.steps()) {
        var name = step.input() == null ? null : step.input().secret();
        if (name != null && name.startsWith(Secrets.MADE_UP)) {
          secrets.putIfAbsent(name, STAND_IN);
        } else if (name != null && !secrets.containsKey(name)) {
          missing.add(name);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "It types a secret that no log holds; give it: " + String.join(", ", missing));
    }
    return Map.copyOf(secrets);
  }

  static Persona persona(RunDocument.MissionOutcome mission) {
    return ShippedPersonas.named(mission.persona())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "It was recorded as '" + mission.persona() + "', a persona not known here."));
  }

  /** As a plan of one mission, for the browser's sake. */
  TestPlan planFor(RunDocument.MissionOutcome mission) {
    return new TestPlan(
        url,
        List.of(mission.mission()),
        List.of(persona(mission)),
        platform,
        new Budget(time, 1, Math.max(1, mission.steps().size())),
        allowedHosts,
        credentials,
        storageState,
        recording.run().seed());
  }

  Deployment deployment() {
    return new Deployment(URI.create(recording.run().url()), url);
  }
}

package dev.hitlai.cli;

import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.replay.Replay;
import dev.hitlai.aitester.replay.ReplayPlan;
import dev.hitlai.aitester.replay.ReplayReport.Verdict;
import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.aitester.report.RunDocuments;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code hitlai replay RESULT}: the steps of an earlier run once more, on the same deployment or
 * another one, to see whether the path still works.
 *
 * <p>Exit codes: 0 everything went as recorded, 1 something did not, 2 usage, 3 the site could not
 * be tested.
 */
@Command(
    name = "replay",
    description = {
      "Walks the steps of a recorded run again, without judging the site anew, and tells where it"
          + " answers differently."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every step went as recorded",
      "1:a step went differently",
      "2:wrong usage",
      "3:the site could not be tested"
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RESULT", description = "The result.json of the run.")
  private Path result;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Walk it on this deployment instead of the recorded one.")
  private @Nullable String url;

  @Option(
      names = "--mission",
      paramLabel = "N",
      description = "Only the mission of this number in the recording, from 1; may be repeated.")
  private Set<Integer> numbers = Set.of();

  @Option(
      names = "--persona",
      paramLabel = "NAME",
      split = ",",
      description = "Only the walks of this persona; may be given more than once.")
  private Set<String> personas = Set.of();

  @Option(
      names = "--platform",
      paramLabel = "PRESET",
      description = "Another device than the recorded one.")
  private @Nullable String platform;

  @Option(
      names = "--secret",
      paramLabel = "NAME=VALUE",
      description =
          "A password that the recording masks, by the name it has there; better put into the"
              + " environment as HITLAI_SECRET_NAME.")
  private Map<String, String> secrets = Map.of();

  @Option(
      names = "--auth",
      paramLabel = "AUTH",
      description =
          "user:password for HTTP authentication, or a storage-state file (.json) with a session.")
  private @Nullable String auth;

  @Option(
      names = "--allow",
      paramLabel = "HOST",
      description = "A host that may be visited besides the recorded ones; may be repeated.")
  private Set<String> allowedHosts = Set.of();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "Time at most for each mission, e.g. 90s or 2m (default ${DEFAULT-VALUE}).",
      defaultValue = "2m")
  private String budget;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for replay.json and pictures of what differs (default ${DEFAULT-VALUE}).",
      defaultValue = "hitlai-replay")
  private Path out;

  @Override
  public Integer call() throws IOException {
    var plan = checked(this::plan);
    Files.createDirectories(out);
    CommandLineTool.keepLibrariesQuiet();
    try (var browsers = BrowserPool.onThisMachine()) {
      var walk = new ReplayDisplay(System.out);
      var report = new Replay(browsers, Clock.systemUTC()).run(plan, walk, new EvidenceFolder(out));
      var file = Files.write(out.resolve("replay.json"), report.toJson());
      walk.summary(report, file);
      return report.verdict() == Verdict.SAME ? 0 : 1;
    } catch (SiteUntestable e) {
      System.err.println("hitlai: " + e.getMessage());
      return CommandLineTool.UNTESTABLE;
    }
  }

  private ReplayPlan plan() {
    var recording = read();
    try {
      return new ReplayPlan(
          recording,
          chosen(recording),
          url == null ? URI.create(recording.run().url()) : TestOptions.url(url),
          TestOptions.platform(platform),
          allowedHosts,
          TestOptions.credentials(auth),
          TestOptions.storageState(auth),
          TestOptions.budget(budget, 1, 1).time(),
          RecordedSecrets.given(recording, secrets, System.getenv()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + result + "': " + e.getMessage(), e);
    }
  }

  private RunDocument read() {
    try {
      return RunDocuments.fromJson(Files.readAllBytes(result));
    } catch (IOException e) {
      throw new IllegalArgumentException("'" + result + "' can't be read.", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + result + "': " + e.getMessage(), e);
    }
  }

  private List<RunDocument.MissionOutcome> chosen(RunDocument recording) {
    var missions = recording.run().missions();
    var chosen =
        recording.missions().stream()
            .filter(mission -> personas.isEmpty() || personas.contains(mission.persona()))
            .filter(
                mission ->
                    numbers.isEmpty() || numbers.contains(missions.indexOf(mission.mission()) + 1))
            .toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "It has no such walk: missions are 1 to %d, personas %s."
              .formatted(
                  Math.max(1, missions.size()), String.join(", ", recording.run().personas())));
    }
    return chosen;
  }

  private <T> T checked(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}

package dev.hitlai.cli;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.aitester.report.Baselines;
import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.aitester.report.RunDocuments;
import dev.hitlai.models.StandaloneModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
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
 * {@code hitlai test URL}: one test of any site, without a server and without a database.
 *
 * <p>Exit codes: 0 nothing at or above {@code --fail-on}, 1 findings at or above it, 2 usage, 3 the
 * site could not be tested.
 */
@Command(
    name = "test",
    description = "Tests a web site as one or more personas and writes a report.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing found at or above --fail-on",
      "1:findings at or above --fail-on",
      "2:wrong usage",
      "3:the site could not be tested"
    })
final class TestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "URL", description = "Where to start; https:// when no scheme is given.")
  private String url;

  @Option(
      names = "--mission",
      paramLabel = "TEXT",
      description =
          "What the tester tries to do, in plain words; may be given more than once. Without one"
              + " the tester looks around.")
  private List<String> missions = List.of();

  @Option(
      names = "--persona",
      paramLabel = "NAME",
      split = ",",
      description = "Who tests; may be given more than once; 'all' for every one.",
      defaultValue = "middle_age_moderate")
  private List<String> personas;

  @Option(
      names = "--platform",
      paramLabel = "PRESET",
      description = "The device, e.g. desktop, phone, pixel_8; by default the persona's own.")
  private @Nullable String platform;

  @Option(
      names = "--max-pages",
      paramLabel = "N",
      description = "Pages audited at most in each mission (default ${DEFAULT-VALUE}).",
      defaultValue = "12")
  private int maxPages;

  @Option(
      names = "--max-steps",
      paramLabel = "N",
      description = "Actions at most in each mission (default ${DEFAULT-VALUE}).",
      defaultValue = "30")
  private int maxSteps;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "Time at most for each mission, e.g. 90s or 2m (default ${DEFAULT-VALUE}).",
      defaultValue = "2m")
  private String budget;

  @Option(
      names = "--allow",
      paramLabel = "HOST",
      description = "Another host that may be visited; may be given more than once.")
  private Set<String> allowedHosts = Set.of();

  @Option(
      names = "--auth",
      paramLabel = "AUTH",
      description =
          "user:password for HTTP authentication, or a storage-state file (.json) with a session.")
  private @Nullable String auth;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 from this severity on: ${COMPLETION-CANDIDATES} (default high).",
      defaultValue = "high")
  private Severity failOn;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      description = "Reports to write: html, json, sarif, junit, pdf (default html and json).",
      defaultValue = "html,json")
  private List<String> formats;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the reports (default ${DEFAULT-VALUE}).",
      defaultValue = "hitlai-report")
  private Path out;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "A result.json of an earlier run to compare with.")
  private @Nullable Path baseline;

  @Option(
      names = "--only-new",
      description = "Fail on findings only that the baseline does not have.")
  private boolean onlyNew;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Same seed and same site state give the same run (default ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--model",
      paramLabel = "PROVIDER:NAME",
      description =
          "A language model that chooses, e.g. openai:NAME or ollama:NAME; its key is read from"
              + " HITLAI_MODELS_KEYS_<PROVIDER>, the address of a service of your own from"
              + " HITLAI_MODELS_URL_<PROVIDER>. Without it the built-in engine decides alone.")
  private @Nullable String model;

  @Option(
      names = "--model-price",
      paramLabel = "IN,CACHED,OUT",
      description =
          "US dollars for a million tokens, so that the budget counts, e.g. 0.15,0.075,0.6.")
  private @Nullable String modelPrice;

  @Option(
      names = "--model-budget",
      paramLabel = "USD",
      description = "What the model may cost at most (default ${DEFAULT-VALUE}).",
      defaultValue = "0.50")
  private java.math.BigDecimal modelBudget;

  @Override
  public Integer call() throws IOException {
    var plan = checked(this::plan);
    var models =
        checked(
            () ->
                model == null
                    ? null
                    : StandaloneModel.of(model, modelPrice, modelBudget, System.getenv()));
    var reports = checked(() -> TestOptions.formats(formats));
    var earlier = checked(() -> read(baseline));
    if (onlyNew && earlier == null) {
      throw new ParameterException(spec.commandLine(), "--only-new needs a --baseline.");
    }
    Files.createDirectories(out);
    CommandLineTool.keepLibrariesQuiet();
    var display = new ProgressDisplay(System.err, System.console() != null);
    try (var browsers = BrowserPool.onThisMachine()) {
      var minds = models == null ? new OfflineMindFactory() : models.minds();
      var tester = new AiTester(browsers, minds, Clock.systemUTC());
      var evidence = new EvidenceFolder(out);
      var report = tester.run(plan, display, evidence);
      display.done();
      if (models != null) {
        System.err.println(models.summary());
      }
      var document = RunDocuments.of(report);
      document = earlier == null ? document : Baselines.compare(document, earlier);
      Summary.print(document, 10, System.out);
      var sources = new ReportSources(document, failOn, evidence, browsers);
      for (var format : reports) {
        System.out.println("  report: " + format.write(sources, out).toAbsolutePath());
      }
      return failing(document) ? 1 : 0;
    } catch (SiteUntestable e) {
      display.done();
      System.err.println("hitlai: " + e.getMessage());
      return CommandLineTool.UNTESTABLE;
    }
  }

  private TestPlan plan() {
    return new TestPlan(
        TestOptions.url(url),
        missions,
        TestOptions.personas(personas),
        TestOptions.platform(platform),
        TestOptions.budget(budget, maxPages, maxSteps),
        allowedHosts,
        TestOptions.credentials(auth),
        TestOptions.storageState(auth),
        seed);
  }

  private static @Nullable RunDocument read(@Nullable Path file) {
    if (file == null) {
      return null;
    }
    try {
      return RunDocuments.fromJson(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("The baseline '" + file + "' can't be read.", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The baseline '" + file + "': " + e.getMessage(), e);
    }
  }

  private boolean failing(RunDocument document) {
    var comparison = document.comparison();
    return document.findings().stream()
        .filter(
            finding ->
                !onlyNew
                    || comparison == null
                    || comparison.added().contains(finding.fingerprint()))
        .map(finding -> Severity.valueOf(finding.severity().toUpperCase(Locale.ROOT)))
        .anyMatch(severity -> severity.atLeast(failOn));
  }

  private <T extends @Nullable Object> T checked(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}

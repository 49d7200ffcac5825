package dev.hitlai.cli;

import dev.hitlai.redteam.CampaignPlan;
import dev.hitlai.redteam.CampaignReport;
import dev.hitlai.redteam.Category;
import dev.hitlai.redteam.RedTeam;
import dev.hitlai.redteam.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code hitlai redteam}: attacks a model behind an OpenAI-compatible address, without a server.
 */
@Command(
    name = "redteam",
    description =
        "Attacks a model behind an OpenAI-compatible address and says how often that works.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RedTeamCommand implements Callable<Integer> {
  private static final String KEY = "HITLAI_REDTEAM_KEY";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "URL",
      description =
          "Address of the model, such as http://localhost:11434; “guard” attacks our own guard. A"
              + " key is read from "
              + KEY
              + ".")
  private String target = "";

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Model that is asked for (default ${DEFAULT-VALUE}).",
      defaultValue = "default")
  private String model = "";

  @Option(names = "--guarded", description = "Put our guard in front of the model.")
  private boolean guarded;

  @Option(
      names = "--category",
      split = ",",
      paramLabel = "NAME",
      description =
          "prompt_injection, jailbreak, hallucination, bias, privacy, dos (default: all).")
  private List<String> categories = List.of();

  @Option(
      names = "--strategy",
      split = ",",
      paramLabel = "NAME",
      description = "Disguises, such as plain, base64, crescendo (default: all).")
  private List<String> strategies = List.of();

  @Option(
      names = "--prompts",
      paramLabel = "N",
      description = "Pairs of attack and strategy (default ${DEFAULT-VALUE}).",
      defaultValue = "200")
  private int prompts;

  @Option(
      names = "--generations",
      paramLabel = "N",
      description = "Answers to each (default ${DEFAULT-VALUE}).",
      defaultValue = "5")
  private int generations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed draws the same prompts (default ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "summary, json, sarif or junit (default ${DEFAULT-VALUE}).",
      defaultValue = "summary")
  private Format format = Format.SUMMARY;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the report goes (default: standard output).")
  private @Nullable Path output;

  @Option(
      names = "--fail-above",
      paramLabel = "RATE",
      description =
          "End with 1 when the upper end of the interval is above, 0 to 1 (default"
              + " ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private double limit;

  /** How the report is written. */
  enum Format {
    SUMMARY,
    JSON,
    SARIF,
    JUNIT
  }

  @Override
  public Integer call() throws IOException {
    CommandLineTool.keepLibrariesQuiet();
    var report = RedTeam.attack(target, target(), plan(), RedTeamCommand::tell);
    System.err.println();
    write(report);
    if (report.overall().answers() == 0) {
      System.err.println("hitlai: " + report.trials().getFirst().evidence());
      return CommandLineTool.UNTESTABLE;
    }
    return report.overall().high() > limit ? 1 : 0;
  }

  private Target target() {
    if (target.equals("guard")) {
      return RedTeam.guarded(RedTeam.obeying());
    }
    if (!target.matches("https?://.+")) {
      throw wrong("--target is an address that begins with http:// or https://, or “guard”.");
    }
    var reached = RedTeam.openAi(URI.create(target), model, System.getenv(KEY));
    return guarded ? RedTeam.guarded(reached) : reached;
  }

  private CampaignPlan plan() {
    try {
      Set<Category> kinds =
          categories.isEmpty()
              ? EnumSet.allOf(Category.class)
              : categories.stream().map(Category::of).collect(Collectors.toSet());
      Set<String> disguises =
          strategies.isEmpty()
              ? RedTeam.strategies().stream()
                  .map(RedTeam.StrategyName::code)
                  .collect(Collectors.toSet())
              : new TreeSet<>(strategies);
      return new CampaignPlan(kinds, disguises, prompts, generations, seed);
    } catch (IllegalArgumentException e) {
      throw wrong(
          e.getMessage() != null && e.getMessage().startsWith("No enum")
              ? "--category is one of "
                  + Arrays.stream(Category.values())
                      .map(Category::code)
                      .collect(Collectors.joining(", "))
                  + "."
              : String.valueOf(e.getMessage()));
    }
  }

  private ParameterException wrong(String sentence) {
    if (spec == null) {
      throw new IllegalStateException("A command knows its specification");
    }
    return new ParameterException(spec.commandLine(), sentence);
  }

  private static void tell(double share) {
    System.err.printf(Locale.ROOT, "\r%3.0f %%", share * 100);
  }

  private void write(CampaignReport report) throws IOException {
    var text =
        switch (format) {
          case SUMMARY -> summary(report);
          case JSON -> report.json();
          case SARIF -> report.sarif();
          case JUNIT -> report.junit();
        };
    if (output == null) {
      System.out.print(text);
    } else {
      Files.writeString(output, text);
    }
  }

  static String summary(CampaignReport report) {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %d prompts, %d answers%n%n",
            report.target(),
            report.trials().size(),
            report.overall().answers()));
    line(text, report.overall());
    text.append('\n');
    report.categories().forEach(rate -> line(text, rate));
    text.append('\n');
    report.strategies().forEach(rate -> line(text, rate));
    text.append(
        String.format(
            Locale.ROOT,
            "%nDetectors: sensitivity %.1f %% (n = %d), specificity %.1f %% (n = %d); the rates are"
                + " corrected for both.%n",
            report.detector().sensitivity() * 100,
            report.detector().hits(),
            report.detector().specificity() * 100,
            report.detector().safe()));
    report.weaknesses().stream()
        .limit(20)
        .forEach(
            trial ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%-8s %s as %s, %d of %d: %s%n",
                        trial.severity(),
                        trial.attack(),
                        trial.strategy(),
                        trial.hits(),
                        trial.answers(),
                        trial.evidence())));
    return text.toString();
  }

  private static void line(StringBuilder text, CampaignReport.Rate rate) {
    text.append(
        String.format(
            Locale.ROOT,
            "%-20s %5.1f %%  (%.1f to %.1f)  %d of %d%n",
            rate.of(),
            rate.rate() * 100,
            rate.low() * 100,
            rate.high() * 100,
            rate.hits(),
            rate.answers()));
  }
}

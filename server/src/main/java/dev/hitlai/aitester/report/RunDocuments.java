package dev.hitlai.aitester.report;

import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Secrets;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.TestReport;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes, writes and reads {@link RunDocument}s. */
public final class RunDocuments {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private RunDocuments() {}

  /** What the report says, except for passwords: those are masked wherever they stand. */
  public static RunDocument of(TestReport report) {
    var secrets = Secrets.statedIn(report.missions());
    report.results().stream()
        .flatMap(result -> result.steps().stream())
        .forEach(step -> secrets.learn(step.action()));
    var document = written(report, secrets);
    return secrets.isEmpty() ? document : Masking.of(document, secrets, MAPPER);
  }

  private static RunDocument written(TestReport report, Secrets secrets) {
    return new RunDocument(
        RunDocument.SCHEMA_VERSION,
        run(report),
        report.results().stream().map(result -> mission(result, secrets)).toList(),
        report.findings().stream().map(RunDocuments::problem).toList(),
        report.positives().stream()
            .map(p -> new RunDocument.Positive(p.title(), p.description(), p.url(), p.personas()))
            .toList(),
        report.pages().stream().map(RunDocuments::page).toList(),
        report.notTested(),
        null);
  }

  /** The document as UTF-8 JSON, indented, the same bytes for the same document. */
  public static byte[] toJson(RunDocument document) {
    return MAPPER.writeValueAsBytes(document);
  }

  /**
   * @throws IllegalArgumentException with a sentence when it is no {@code result.json} of ours
   */
  public static RunDocument fromJson(byte[] json) {
    try {
      var document = MAPPER.readValue(json, RunDocument.class);
      if (document == null || document.run() == null || document.findings() == null) {
        throw new IllegalArgumentException("It has no run and findings: not a result.json");
      }
      return document;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("It is not a result.json: " + e.getOriginalMessage(), e);
    }
  }

  private static RunDocument.Run run(TestReport report) {
    return new RunDocument.Run(
        report.id(),
        report.url().toString(),
        report.missions(),
        report.personas(),
        report.startedAt().toString(),
        report.duration().toMillis(),
        rounded(report.score(), 1),
        new TreeMap<>(report.scoreParts()),
        rounded(report.sentiment(), 3),
        report.engine(),
        report.seed(),
        report.platform(),
        report.allowedHosts().isEmpty() ? null : report.allowedHosts());
  }

  private static RunDocument.MissionOutcome mission(
      TestReport.MissionResult result, Secrets secrets) {
    return new RunDocument.MissionOutcome(
        result.mission(),
        result.persona(),
        word(result.outcome()),
        result.explanation(),
        result.steps().stream().map(step -> step(step, secrets)).toList(),
        rounded(result.timeOnTaskSeconds(), 0),
        rounded(result.timeOnTaskLow(), 0),
        rounded(result.timeOnTaskHigh(), 0),
        rounded(result.sentiment(), 3));
  }

  private static RunDocument.Step step(StepRecord step, Secrets secrets) {
    return new RunDocument.Step(
        step.index(),
        step.subGoal(),
        step.action().getClass().getSimpleName().toLowerCase(Locale.ROOT),
        step.action().describe(),
        step.url(),
        step.target(),
        step.targetName(),
        step.reason(),
        rounded(step.scent(), 3),
        rounded(step.predictedSeconds(), 1),
        step.actualMillis(),
        word(step.outcome().kind()),
        step.outcome().detail(),
        step.outcome().incidents().stream()
            .map(i -> new RunDocument.Incident(word(i.kind()), i.detail(), i.millis()))
            .toList(),
        rounded(step.sentiment(), 3),
        step.screenshot(),
        StepInputs.of(step.action(), secrets),
        landing(step.landing()));
  }

  private static RunDocument.@Nullable Landing landing(StepRecord.@Nullable Landing landing) {
    return landing == null
        ? null
        : new RunDocument.Landing(landing.url(), landing.title(), landing.heading());
  }

  private static RunDocument.Problem problem(Finding finding) {
    return new RunDocument.Problem(
        finding.id(),
        finding.fingerprint(),
        finding.title(),
        finding.description(),
        word(finding.severity()),
        word(finding.category()),
        finding.rule(),
        finding.wcag(),
        finding.url(),
        finding.selector(),
        finding.occurrences().stream()
            .map(o -> new RunDocument.Occurrence(o.url(), o.selector(), o.persona()))
            .toList(),
        finding.personas().isEmpty() ? null : finding.personas().getFirst(),
        finding.personas(),
        finding.recommendation(),
        rounded(finding.confidence(), 3),
        word(finding.source()),
        word(finding.effort()),
        proof(finding.evidence()),
        finding.decisionTrail());
  }

  private static RunDocument.Proof proof(Evidence evidence) {
    return new RunDocument.Proof(
        evidence.screenshot(), evidence.box(), evidence.html(), evidence.measured());
  }

  private static RunDocument.PageOfRun page(TestReport.PageSummary page) {
    return new RunDocument.PageOfRun(
        page.url(),
        page.title(),
        new TreeMap<>(page.vitals()),
        new TreeMap<>(page.counts()),
        page.screenshot());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static double rounded(double value, int digits) {
    var factor = Math.pow(10, digits);
    return Math.round(value * factor) / factor;
  }
}

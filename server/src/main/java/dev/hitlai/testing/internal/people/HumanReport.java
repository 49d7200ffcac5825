package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.artifacts.ArtifactReference;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.jooq.tables.records.TestRunsRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The report of a run that people made alone, as it stands when it is read. It says nothing that
 * only a machine measures: no score, no steps, no vitals.
 */
@Component
@Transactional(readOnly = true)
class HumanReport {
  private final DSLContext sql;

  HumanReport(DSLContext sql) {
    this.sql = sql;
  }

  /** Empty when there is no such run for the caller, the AI took part, or it isn't done. */
  Optional<RunDocument> find(UUID runId, List<FoundIssue> findings) {
    return sql.selectFrom(TEST_RUNS)
        .where(TEST_RUNS.ID.eq(runId))
        .and(TEST_RUNS.TEST_TYPE.eq(TestType.HUMAN_ONLY.code()))
        .and(TEST_RUNS.STATUS.eq(RunStatus.COMPLETED.code()))
        .fetchOptional(run -> document(run, findings));
  }

  private static RunDocument document(TestRunsRecord run, List<FoundIssue> findings) {
    Instant begun =
        Objects.requireNonNullElse(run.getStartedAt(), Objects.requireNonNull(run.getCreatedAt()));
    Instant ended = Objects.requireNonNullElse(run.getCompletedAt(), begun);
    return new RunDocument(
        RunDocument.SCHEMA_VERSION,
        new RunDocument.Run(
            run.getId().toString(),
            run.getUrl(),
            List.of(run.getMission()),
            List.of(),
            begun.toString(),
            Duration.between(begun, ended).toMillis(),
            0,
            new TreeMap<>(),
            sentiment(run.getSentimentScore()),
            RunDocument.BY_PEOPLE,
            0,
            null,
            null),
        List.of(),
        IntStream.range(0, findings.size())
            .mapToObj(index -> problem(index + 1, findings.get(index)))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static double sentiment(@org.jspecify.annotations.Nullable BigDecimal mean) {
    return mean == null ? 0 : mean.doubleValue();
  }

  private static RunDocument.Problem problem(int number, FoundIssue issue) {
    String url = issue.url() == null ? "" : issue.url();
    String fingerprint =
        issue.fingerprint() == null
            ? issue.id().toString().replace("-", "").substring(16)
            : issue.fingerprint();
    return new RunDocument.Problem(
        "F-%03d".formatted(number),
        fingerprint,
        issue.title(),
        issue.description(),
        issue.severity(),
        issue.category(),
        Stream.concat(issue.rules().stream(), Stream.of("people")).findFirst().orElseThrow(),
        issue.wcag(),
        url,
        issue.selector(),
        List.of(new RunDocument.Occurrence(url, issue.selector(), null)),
        null,
        List.of(),
        issue.recommendation() == null ? "" : issue.recommendation(),
        issue.confidence() == null ? 1 : issue.confidence(),
        issue.source(),
        issue.effort() == null ? "" : issue.effort(),
        new RunDocument.Proof(
            issue.screenshotId() == null ? null : ArtifactReference.of(issue.screenshotId()),
            null,
            null,
            Map.of()),
        List.of());
  }
}

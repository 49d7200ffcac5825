package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.aitester.Persona;
import dev.hitlai.testers.BuiltInEngine;
import dev.hitlai.testing.AiFinding;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.FindingFacts;
import dev.hitlai.testing.ReviewDesk;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.artifacts.Artifacts;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.findings.SiteName;
import dev.hitlai.testing.internal.people.Judgements.Judgement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers see of findings, and what their last word does. */
@Component
@Transactional
class ReviewedFindings implements ReviewDesk {
  private final DSLContext sql;
  private final Findings findings;
  private final Judgements judgements;
  private final OpenDisputes disputes;
  private final RunCompletion completion;
  private final RunFacts runs;
  private final Artifacts artifacts;

  ReviewedFindings(
      DSLContext sql,
      Findings findings,
      Judgements judgements,
      OpenDisputes disputes,
      RunCompletion completion,
      RunFacts runs,
      Artifacts artifacts) {
    this.sql = sql;
    this.findings = findings;
    this.judgements = judgements;
    this.disputes = disputes;
    this.completion = completion;
    this.runs = runs;
    this.artifacts = artifacts;
  }

  @Override
  public List<AiFinding> ofRun(UUID runId) {
    return read(ISSUES.TEST_RUN_ID.eq(runId), Integer.MAX_VALUE);
  }

  @Override
  public Optional<AiFinding> find(UUID issueId) {
    return read(ISSUES.ID.eq(issueId), 1).stream().findFirst();
  }

  @Override
  public List<AiFinding> beside(UUID issueId, int limit) {
    return find(issueId)
        .map(one -> read(ISSUES.TEST_RUN_ID.eq(one.runId()).and(ISSUES.ID.ne(issueId)), limit))
        .orElse(List.of());
  }

  @Override
  public Optional<Picture> picture(UUID issueId) {
    return find(issueId)
        .flatMap(one -> Optional.ofNullable(one.screenshotId()))
        .flatMap(artifacts::find)
        .filter(Artifacts.Served::exists)
        .map(file -> new Picture(file.file(), file.mediaType(), file.size()));
  }

  @Override
  public Optional<Decided> decide(
      UUID issueId,
      CorrectionType type,
      @Nullable String severity,
      @Nullable String wording,
      @Nullable UUID by) {
    var seen = findings.find(issueId).orElse(null);
    if (seen == null) {
      return Optional.empty();
    }
    runs.lock(seen.runId());
    var issue = findings.find(issueId).orElseThrow();
    if (issue.verdict() != null || disputes.kindOf(issueId).isPresent()) {
      return Optional.empty();
    }
    judgements.apply(issueId, new Judgement(type, severity, wording, by));
    return Optional.of(
        new Decided(
            new Standing(
                null, issue.reviewState(), issue.status(), issue.severity(), issue.description()),
            completion.completeIfReady(issue.runId())));
  }

  @Override
  public void restore(UUID issueId, Standing before) {
    sql.update(ISSUES)
        .set(ISSUES.VERDICT, before.verdict())
        .set(ISSUES.VERDICT_BY, (UUID) null)
        .setNull(ISSUES.VERDICT_AT)
        .set(ISSUES.REVIEW_STATE, before.reviewState())
        .set(ISSUES.STATUS, before.status())
        .set(ISSUES.SEVERITY, before.severity())
        .set(ISSUES.DESCRIPTION, before.description())
        .where(ISSUES.ID.eq(issueId))
        .execute();
  }

  private List<AiFinding> read(Condition which, int limit) {
    return sql
        .select(
            ISSUES.ID,
            ISSUES.COMPANY_ID,
            TEST_RUNS.PERSONA,
            TEST_RUNS.PLATFORM,
            TEST_RUNS.PLATFORM_DETAILS,
            TEST_RUNS.AI_MODEL_VERSION,
            TEST_RUNS.MISSION,
            TEST_RUNS.URL)
        .from(ISSUES)
        .join(TEST_RUNS)
        .on(TEST_RUNS.ID.eq(ISSUES.TEST_RUN_ID))
        .where(which)
        .and(ISSUES.SOURCE.ne("human"))
        .orderBy(ISSUES.CREATED_AT, ISSUES.ID)
        .limit(limit)
        .fetch()
        .stream()
        .map(row -> of(findings.find(row.get(ISSUES.ID)).orElseThrow(), row))
        .toList();
  }

  private static AiFinding of(FoundIssue issue, Record row) {
    return new AiFinding(
        issue.id(),
        issue.runId(),
        row.get(ISSUES.COMPANY_ID),
        Objects.requireNonNullElse(issue.fingerprint(), issue.id().toString()),
        facts(issue, SiteName.of(row.get(TEST_RUNS.URL))),
        issue.url(),
        issue.selector(),
        issue.evidence().html(),
        issue.evidence().measured(),
        issue.screenshotId(),
        issue.details().decisionTrail(),
        issue.verdict(),
        issue.reviewState(),
        seenBy(row),
        Objects.requireNonNullElse(row.get(TEST_RUNS.AI_MODEL_VERSION), BuiltInEngine.VERSION),
        issue.createdAt());
  }

  private static FindingFacts facts(FoundIssue issue, String site) {
    return new FindingFacts(
        site,
        issue.title(),
        issue.description(),
        Objects.requireNonNullElse(issue.recommendation(), ""),
        issue.severity(),
        issue.category(),
        issue.confidence() == null ? 0.5 : issue.confidence(),
        issue.rules(),
        issue.wcag(),
        issue.selector() != null,
        issue.evidence().html() != null,
        issue.evidence().measured().size(),
        issue.screenshotId() != null,
        issue.occurrences(),
        issue.details().origin());
  }

  private static AiFinding.SeenBy seenBy(Record row) {
    JSONB json = row.get(TEST_RUNS.PERSONA);
    var details = Json.read(row.get(TEST_RUNS.PLATFORM_DETAILS), Map.class);
    String browser = Objects.toString(details.get("preset"), "default");
    String device = row.get(TEST_RUNS.PLATFORM);
    String mission = row.get(TEST_RUNS.MISSION);
    if (json.data().equals("{}")) {
      return new AiFinding.SeenBy("none", 0, "none", "none", "en", device, browser, mission);
    }
    var persona = Json.read(json, Persona.class);
    return new AiFinding.SeenBy(
        persona.name(),
        persona.age(),
        persona.techLiteracy().name().toLowerCase(Locale.ROOT),
        persona.eyesight().name().toLowerCase(Locale.ROOT),
        persona.locale(),
        device,
        browser,
        mission);
  }
}

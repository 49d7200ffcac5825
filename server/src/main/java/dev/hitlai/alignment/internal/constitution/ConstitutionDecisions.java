package dev.hitlai.alignment.internal.constitution;

import static dev.hitlai.alignment.internal.jooq.Tables.CONSTITUTIONAL_DECISIONS;
import static dev.hitlai.alignment.internal.jooq.Tables.CONSTITUTIONAL_VIOLATIONS;

import dev.hitlai.alignment.internal.Json;
import dev.hitlai.alignment.rules.Checkpoint;
import dev.hitlai.alignment.rules.Effect;
import dev.hitlai.alignment.rules.Facts;
import dev.hitlai.alignment.rules.Rule;
import dev.hitlai.alignment.rules.Rule.Scope;
import dev.hitlai.alignment.rules.Ruling;
import dev.hitlai.api.ApiProblem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** Judgements with the facts they were made on, and the violations among them. */
@Component
public class ConstitutionDecisions {
  private static final TypeReference<Map<String, Map<String, Object>>> FACTS =
      new TypeReference<>() {};
  private static final int LONGEST_SUBJECT = 300;

  private final DSLContext sql;
  private final Constitution constitution;
  private final Clock clock;

  ConstitutionDecisions(DSLContext sql, Constitution constitution, Clock clock) {
    this.sql = sql;
    this.constitution = constitution;
    this.clock = clock;
  }

  /**
   * What was judged.
   *
   * @param subject one line for people
   */
  public record Judged(
      Checkpoint checkpoint,
      String subject,
      Facts facts,
      Scope scope,
      @Nullable UUID runId,
      @Nullable UUID companyId,
      Ruling ruling,
      long revision) {}

  /** Judges by what holds now. */
  public Judged judge(
      Checkpoint checkpoint,
      String subject,
      Facts facts,
      Scope scope,
      @Nullable UUID runId,
      @Nullable UUID companyId) {
    var holds = constitution.inForce();
    var ruling = holds.rules().judge(checkpoint, facts, scope);
    return new Judged(
        checkpoint, subject, facts, scope, runId, companyId, ruling, holds.revision());
  }

  /** Keeps a judgement, and a violation for each rule that fired. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Judged judged, @Nullable UUID issueId) {
    var deciding = judged.ruling().deciding().map(Ruling.Fired::rule);
    UUID decision =
        sql.insertInto(CONSTITUTIONAL_DECISIONS)
            .set(CONSTITUTIONAL_DECISIONS.CHECKPOINT, judged.checkpoint().code())
            .set(CONSTITUTIONAL_DECISIONS.TEST_RUN_ID, judged.runId())
            .set(CONSTITUTIONAL_DECISIONS.COMPANY_ID, judged.companyId())
            .set(CONSTITUTIONAL_DECISIONS.ISSUE_ID, issueId)
            .set(CONSTITUTIONAL_DECISIONS.SUBJECT, shortened(judged.subject()))
            .set(CONSTITUTIONAL_DECISIONS.FACTS, Json.of(judged.facts().known()))
            .set(CONSTITUTIONAL_DECISIONS.REVISION, judged.revision())
            .set(CONSTITUTIONAL_DECISIONS.EFFECT, judged.ruling().effect().code())
            .set(CONSTITUTIONAL_DECISIONS.DECIDING_RULE_ID, deciding.map(Rule::id).orElse(null))
            .set(
                CONSTITUTIONAL_DECISIONS.DECIDING_RULE_VERSION,
                deciding.map(Rule::version).orElse(null))
            .returning(CONSTITUTIONAL_DECISIONS.ID)
            .fetchSingle(CONSTITUTIONAL_DECISIONS.ID);
    judged.ruling().fired().forEach(fired -> keep(judged, fired, decision));
  }

  private void keep(Judged judged, Ruling.Fired fired, UUID decision) {
    var rule = fired.rule();
    var confidence = judged.facts().get("finding", "confidence");
    sql.insertInto(CONSTITUTIONAL_VIOLATIONS)
        .set(CONSTITUTIONAL_VIOLATIONS.RULE_ID, rule.id())
        .set(CONSTITUTIONAL_VIOLATIONS.RULE_VERSION, rule.version())
        .set(CONSTITUTIONAL_VIOLATIONS.DECISION_ID, decision)
        .set(CONSTITUTIONAL_VIOLATIONS.TEST_RUN_ID, judged.runId())
        .set(CONSTITUTIONAL_VIOLATIONS.COMPANY_ID, judged.companyId())
        .set(CONSTITUTIONAL_VIOLATIONS.VIOLATION_TYPE, judged.checkpoint().code())
        .set(CONSTITUTIONAL_VIOLATIONS.VIOLATION_SEVERITY, severity(fired.effect()))
        .set(CONSTITUTIONAL_VIOLATIONS.VIOLATION_DESCRIPTION, sentence(judged, fired))
        .set(CONSTITUTIONAL_VIOLATIONS.AI_OUTPUT, Json.of(judged.facts().known()))
        .set(
            CONSTITUTIONAL_VIOLATIONS.AI_CONFIDENCE,
            judged.checkpoint() == Checkpoint.FINDING && confidence instanceof Double value
                ? BigDecimal.valueOf(value)
                : null)
        .set(CONSTITUTIONAL_VIOLATIONS.ACTION_TAKEN, fired.effect().taken())
        .execute();
    sql.select(
            DSL.function(
                "alignment.count_violation",
                Object.class,
                DSL.val(rule.id()),
                DSL.val(clock.instant())))
        .fetch();
  }

  private static String severity(Effect effect) {
    return switch (effect) {
      case BLOCK -> "critical";
      case REQUIRE_HUMAN_REVIEW -> "high";
      case FLAG -> "medium";
      case WARN, NONE -> "low";
    };
  }

  private static String sentence(Judged judged, Ruling.Fired fired) {
    return "“%s” (%s, version %d)%s: %s"
        .formatted(
            fired.rule().name(),
            fired.rule().level().label().toLowerCase(Locale.ROOT),
            fired.rule().version(),
            fired.undecidable() ? " could not be worked out" : " fired",
            shortened(judged.subject()));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_SUBJECT ? text : text.substring(0, LONGEST_SUBJECT - 1) + "…";
  }

  /** A judgement as it was kept. */
  public record Kept(
      UUID id,
      Checkpoint checkpoint,
      String subject,
      Facts facts,
      Scope scope,
      long revision,
      Effect effect,
      @Nullable UUID decidingRule,
      Instant at) {}

  /** The last so many, newest first; of the asker's company, or of all for who sees all. */
  @Transactional(readOnly = true)
  public List<Kept> latest(Checkpoint checkpoint, @Nullable UUID companyId, int limit) {
    return sql.selectFrom(CONSTITUTIONAL_DECISIONS)
        .where(CONSTITUTIONAL_DECISIONS.CHECKPOINT.eq(checkpoint.code()))
        .and(
            companyId == null
                ? DSL.noCondition()
                : CONSTITUTIONAL_DECISIONS.COMPANY_ID.eq(companyId))
        .orderBy(CONSTITUTIONAL_DECISIONS.CREATED_AT.desc(), CONSTITUTIONAL_DECISIONS.ID.desc())
        .limit(limit)
        .fetch(ConstitutionDecisions::read);
  }

  /** What came of judging a kept decision again by the rules of its time. */
  public record Replay(Kept decision, Effect again, boolean same, List<String> fired) {}

  /**
   * Judges a kept decision again.
   *
   * @throws ApiProblem when the asker may see no such decision
   */
  @Transactional(readOnly = true)
  public Replay replay(UUID id) {
    var kept =
        sql.selectFrom(CONSTITUTIONAL_DECISIONS)
            .where(CONSTITUTIONAL_DECISIONS.ID.eq(id))
            .fetchOptional(ConstitutionDecisions::read)
            .orElseThrow(() -> ApiProblem.notFound("No decision has this id."));
    var then = constitution.at(kept.revision());
    var ruling = then.judge(kept.checkpoint(), kept.facts(), kept.scope());
    var deciding = ruling.deciding().map(one -> one.rule().id()).orElse(null);
    return new Replay(
        kept,
        ruling.effect(),
        ruling.effect() == kept.effect() && java.util.Objects.equals(deciding, kept.decidingRule()),
        ruling.fired().stream().map(one -> one.rule().name()).toList());
  }

  private static Kept read(
      dev.hitlai.alignment.internal.jooq.tables.records.ConstitutionalDecisionsRecord row) {
    var facts = Facts.of(Json.read(row.getFacts(), FACTS));
    return new Kept(
        row.getId(),
        Checkpoint.valueOf(row.getCheckpoint().toUpperCase(Locale.ROOT)),
        row.getSubject(),
        facts,
        scope(row.getCompanyId(), facts),
        row.getRevision(),
        Effect.of(row.getEffect()),
        row.getDecidingRuleId(),
        row.getCreatedAt());
  }

  /** Whom it was for, as the facts say. */
  private static Scope scope(@Nullable UUID companyId, Facts facts) {
    var tester = facts.get("tester", "id").toString();
    var platform = facts.get("run", "platform").toString();
    return new Scope(
        companyId,
        tester.isEmpty() ? null : UUID.fromString(tester),
        platform.isEmpty() ? null : platform);
  }
}

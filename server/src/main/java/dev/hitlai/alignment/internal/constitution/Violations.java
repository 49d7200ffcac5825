package dev.hitlai.alignment.internal.constitution;

import static dev.hitlai.alignment.internal.jooq.Tables.CONSTITUTIONAL_RULE_VERSIONS;
import static dev.hitlai.alignment.internal.jooq.Tables.CONSTITUTIONAL_VIOLATIONS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The queue of violations: read, and settled with a word on why. */
@Component
public class Violations {
  private static final int LONGEST = 2000;

  private final DSLContext sql;
  private final Audit audit;
  private final Clock clock;

  Violations(DSLContext sql, Audit audit, Clock clock) {
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One time a rule fired.
   *
   * @param rule its name in the version that fired
   * @param condition the same
   */
  public record Violation(
      UUID id,
      UUID ruleId,
      int ruleVersion,
      String rule,
      String level,
      String condition,
      @Nullable UUID decisionId,
      @Nullable UUID testRunId,
      @Nullable UUID companyId,
      String type,
      String severity,
      String description,
      String actionTaken,
      boolean resolved,
      @Nullable UUID resolvedBy,
      @Nullable Instant resolvedAt,
      @Nullable String notes,
      Instant at) {}

  /**
   * @param status open, resolved or all
   * @param rule null for all
   */
  @Transactional(readOnly = true)
  public List<Violation> list(String status, @Nullable UUID rule, int limit, long offset) {
    return sql.select(CONSTITUTIONAL_VIOLATIONS.fields())
        .select(
            CONSTITUTIONAL_RULE_VERSIONS.RULE_NAME,
            CONSTITUTIONAL_RULE_VERSIONS.RULE_LEVEL,
            CONSTITUTIONAL_RULE_VERSIONS.RULE_CONDITION)
        .from(CONSTITUTIONAL_VIOLATIONS)
        .join(CONSTITUTIONAL_RULE_VERSIONS)
        .on(CONSTITUTIONAL_RULE_VERSIONS.RULE_ID.eq(CONSTITUTIONAL_VIOLATIONS.RULE_ID))
        .and(CONSTITUTIONAL_RULE_VERSIONS.VERSION.eq(CONSTITUTIONAL_VIOLATIONS.RULE_VERSION))
        .where(wanted(status, rule))
        .orderBy(CONSTITUTIONAL_VIOLATIONS.CREATED_AT.desc(), CONSTITUTIONAL_VIOLATIONS.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(Violations::read);
  }

  @Transactional(readOnly = true)
  public int count(String status, @Nullable UUID rule) {
    return sql.fetchCount(CONSTITUTIONAL_VIOLATIONS, wanted(status, rule));
  }

  private static Condition wanted(String status, @Nullable UUID rule) {
    var byStatus =
        switch (status) {
          case "open" -> CONSTITUTIONAL_VIOLATIONS.RESOLVED.isFalse();
          case "resolved" -> CONSTITUTIONAL_VIOLATIONS.RESOLVED.isTrue();
          default -> DSL.noCondition();
        };
    return rule == null ? byStatus : byStatus.and(CONSTITUTIONAL_VIOLATIONS.RULE_ID.eq(rule));
  }

  /**
   * @throws ApiProblem when there is none for the asker, it is settled already, or no word is given
   */
  @Transactional
  public void resolve(CurrentUser by, UUID id, String notes) {
    var words = notes.strip();
    if (words.length() < 3 || words.length() > LONGEST) {
      throw ApiProblem.invalid("notes", "takes 3 to 2,000 characters");
    }
    int settled =
        sql.update(CONSTITUTIONAL_VIOLATIONS)
            .set(CONSTITUTIONAL_VIOLATIONS.RESOLVED, true)
            .set(CONSTITUTIONAL_VIOLATIONS.RESOLVED_BY, by.userId())
            .set(CONSTITUTIONAL_VIOLATIONS.RESOLVED_AT, clock.instant())
            .set(CONSTITUTIONAL_VIOLATIONS.RESOLUTION_NOTES, words)
            .where(CONSTITUTIONAL_VIOLATIONS.ID.eq(id))
            .and(CONSTITUTIONAL_VIOLATIONS.RESOLVED.isFalse())
            .execute();
    if (settled == 0) {
      if (sql.fetchExists(CONSTITUTIONAL_VIOLATIONS, CONSTITUTIONAL_VIOLATIONS.ID.eq(id))) {
        throw ApiProblem.conflict("This violation is settled already.");
      }
      throw ApiProblem.notFound("No violation has this id.");
    }
    audit.note(by, "violation.resolved", "constitutional_violation", id);
  }

  private static Violation read(Record row) {
    return new Violation(
        row.get(CONSTITUTIONAL_VIOLATIONS.ID),
        row.get(CONSTITUTIONAL_VIOLATIONS.RULE_ID),
        row.get(CONSTITUTIONAL_VIOLATIONS.RULE_VERSION),
        row.get(CONSTITUTIONAL_RULE_VERSIONS.RULE_NAME),
        row.get(CONSTITUTIONAL_RULE_VERSIONS.RULE_LEVEL),
        ConstitutionRows.condition(row.get(CONSTITUTIONAL_RULE_VERSIONS.RULE_CONDITION)),
        row.get(CONSTITUTIONAL_VIOLATIONS.DECISION_ID),
        row.get(CONSTITUTIONAL_VIOLATIONS.TEST_RUN_ID),
        row.get(CONSTITUTIONAL_VIOLATIONS.COMPANY_ID),
        row.get(CONSTITUTIONAL_VIOLATIONS.VIOLATION_TYPE),
        row.get(CONSTITUTIONAL_VIOLATIONS.VIOLATION_SEVERITY),
        row.get(CONSTITUTIONAL_VIOLATIONS.VIOLATION_DESCRIPTION),
        row.get(CONSTITUTIONAL_VIOLATIONS.ACTION_TAKEN),
        row.get(CONSTITUTIONAL_VIOLATIONS.RESOLVED),
        row.get(CONSTITUTIONAL_VIOLATIONS.RESOLVED_BY),
        row.get(CONSTITUTIONAL_VIOLATIONS.RESOLVED_AT),
        row.get(CONSTITUTIONAL_VIOLATIONS.RESOLUTION_NOTES),
        row.get(CONSTITUTIONAL_VIOLATIONS.CREATED_AT));
  }
}

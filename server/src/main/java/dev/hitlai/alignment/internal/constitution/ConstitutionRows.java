package dev.hitlai.alignment.internal.constitution;

import static dev.hitlai.alignment.internal.jooq.Tables.CONSTITUTIONAL_RULES;
import static dev.hitlai.alignment.internal.jooq.Tables.CONSTITUTIONAL_RULE_VERSIONS;

import dev.hitlai.alignment.internal.Json;
import dev.hitlai.alignment.rules.Effect;
import dev.hitlai.alignment.rules.Enforcement;
import dev.hitlai.alignment.rules.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes rules; each write leaves a version. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ConstitutionRows {
  private final DSLContext sql;

  ConstitutionRows(DSLContext sql) {
    this.sql = sql;
  }

  /** The condition as the column has it. */
  private record Kept(String cel) {}

  List<StoredRule> list(Condition condition) {
    return sql.selectFrom(CONSTITUTIONAL_RULES)
        .where(condition)
        .orderBy(
            DSL.field(
                "array_position(array['universal','platform','company','tester'], {0})",
                Integer.class, CONSTITUTIONAL_RULES.RULE_LEVEL),
            CONSTITUTIONAL_RULES.PRIORITY,
            CONSTITUTIONAL_RULES.RULE_NAME,
            CONSTITUTIONAL_RULES.ID)
        .fetch(ConstitutionRows::read);
  }

  Optional<StoredRule> find(UUID id) {
    return sql.selectFrom(CONSTITUTIONAL_RULES)
        .where(CONSTITUTIONAL_RULES.ID.eq(id))
        .fetchOptional(ConstitutionRows::read);
  }

  Optional<StoredRule> lock(UUID id) {
    return sql.selectFrom(CONSTITUTIONAL_RULES)
        .where(CONSTITUTIONAL_RULES.ID.eq(id))
        .forUpdate()
        .fetchOptional(ConstitutionRows::read);
  }

  /** Lets one server at a time ship the release's rules, until its transaction ends. */
  void takeTurn() {
    sql.execute("select pg_advisory_xact_lock(hashtextextended('alignment.universal_rules', 0))");
  }

  long revision() {
    Long latest =
        sql.select(DSL.max(CONSTITUTIONAL_RULE_VERSIONS.REVISION))
            .from(CONSTITUTIONAL_RULE_VERSIONS)
            .fetchSingle()
            .value1();
    return latest == null ? 0 : latest;
  }

  List<StoredRule> versions(UUID ruleId) {
    return sql.selectFrom(CONSTITUTIONAL_RULE_VERSIONS)
        .where(CONSTITUTIONAL_RULE_VERSIONS.RULE_ID.eq(ruleId))
        .orderBy(CONSTITUTIONAL_RULE_VERSIONS.VERSION.desc())
        .fetch(ConstitutionRows::readVersion);
  }

  /** All rules as they stood after so many edits. */
  List<StoredRule> at(long revision) {
    return sql.select(CONSTITUTIONAL_RULE_VERSIONS.fields())
        .distinctOn(CONSTITUTIONAL_RULE_VERSIONS.RULE_ID)
        .from(CONSTITUTIONAL_RULE_VERSIONS)
        .where(CONSTITUTIONAL_RULE_VERSIONS.REVISION.le(revision))
        .orderBy(CONSTITUTIONAL_RULE_VERSIONS.RULE_ID, CONSTITUTIONAL_RULE_VERSIONS.REVISION.desc())
        .fetch(ConstitutionRows::readVersion);
  }

  /**
   * Writes a rule's new state and its version.
   *
   * @param id of an existing rule, or of one to make
   */
  void write(
      UUID id,
      int version,
      Level level,
      @Nullable UUID companyId,
      RuleDraft draft,
      @Nullable UUID by) {
    var columns = new HashMap<Field<?>, @Nullable Object>();
    columns.put(CONSTITUTIONAL_RULES.PRIORITY, draft.priority());
    columns.put(CONSTITUTIONAL_RULES.PLATFORM, draft.platform());
    columns.put(CONSTITUTIONAL_RULES.RULE_NAME, draft.name().strip());
    columns.put(CONSTITUTIONAL_RULES.RULE_DESCRIPTION, draft.description().strip());
    columns.put(CONSTITUTIONAL_RULES.RULE_TYPE, draft.type());
    columns.put(CONSTITUTIONAL_RULES.RULE_CONDITION, Json.of(new Kept(draft.condition().strip())));
    columns.put(CONSTITUTIONAL_RULES.RULE_ACTION, draft.action());
    columns.put(CONSTITUTIONAL_RULES.ENFORCEMENT_LEVEL, draft.enforcement());
    columns.put(CONSTITUTIONAL_RULES.IS_ACTIVE, draft.active());
    columns.put(CONSTITUTIONAL_RULES.VERSION, version);
    if (version == 1) {
      sql.insertInto(CONSTITUTIONAL_RULES)
          .set(columns)
          .set(CONSTITUTIONAL_RULES.ID, id)
          .set(CONSTITUTIONAL_RULES.RULE_LEVEL, level.code())
          .set(CONSTITUTIONAL_RULES.COMPANY_ID, companyId)
          .set(CONSTITUTIONAL_RULES.CREATED_BY, by)
          .execute();
    } else {
      sql.update(CONSTITUTIONAL_RULES).set(columns).where(CONSTITUTIONAL_RULES.ID.eq(id)).execute();
    }
    writeVersion(id, version, level, companyId, columns, by);
  }

  private void writeVersion(
      UUID id,
      int version,
      Level level,
      @Nullable UUID companyId,
      Map<Field<?>, @Nullable Object> columns,
      @Nullable UUID by) {
    var same = new HashMap<Field<?>, @Nullable Object>();
    columns.forEach(
        (field, value) -> same.put(CONSTITUTIONAL_RULE_VERSIONS.field(field.getName()), value));
    same.put(CONSTITUTIONAL_RULE_VERSIONS.VERSION, version);
    sql.insertInto(CONSTITUTIONAL_RULE_VERSIONS)
        .set(same)
        .set(CONSTITUTIONAL_RULE_VERSIONS.RULE_ID, id)
        .set(CONSTITUTIONAL_RULE_VERSIONS.RULE_LEVEL, level.code())
        .set(CONSTITUTIONAL_RULE_VERSIONS.COMPANY_ID, companyId)
        .set(CONSTITUTIONAL_RULE_VERSIONS.CHANGED_BY, by)
        .execute();
  }

  private static StoredRule read(Record row) {
    return read(
        row,
        row.get(CONSTITUTIONAL_RULES.ID),
        0,
        row.get(CONSTITUTIONAL_RULES.VIOLATION_COUNT),
        row.get(CONSTITUTIONAL_RULES.LAST_VIOLATION_AT),
        row.get(CONSTITUTIONAL_RULES.CREATED_BY),
        row.get(CONSTITUTIONAL_RULES.UPDATED_AT));
  }

  private static StoredRule readVersion(Record row) {
    return read(
        row,
        row.get(CONSTITUTIONAL_RULE_VERSIONS.RULE_ID),
        row.get(CONSTITUTIONAL_RULE_VERSIONS.REVISION),
        0,
        null,
        row.get(CONSTITUTIONAL_RULE_VERSIONS.CHANGED_BY),
        row.get(CONSTITUTIONAL_RULE_VERSIONS.CREATED_AT));
  }

  private static StoredRule read(
      Record row,
      UUID id,
      long revision,
      long violations,
      @Nullable Instant lastViolationAt,
      @Nullable UUID by,
      Instant at) {
    var platform = row.get("platform", String.class);
    return new StoredRule(
        id,
        row.get("version", Integer.class),
        revision,
        Level.of(row.get("rule_level", String.class)),
        row.get("priority", Integer.class),
        row.get("company_id", UUID.class),
        row.get("tester_id", UUID.class),
        platform == null ? StoredRule.ALL_PLATFORMS : platform,
        row.get("rule_name", String.class),
        row.get("rule_description", String.class),
        row.get("rule_type", String.class),
        condition(row.get("rule_condition", JSONB.class)),
        Effect.of(row.get("rule_action", String.class)),
        Enforcement.of(row.get("enforcement_level", String.class)),
        row.get("is_active", Boolean.class),
        violations,
        lastViolationAt,
        by,
        at);
  }

  static String condition(JSONB kept) {
    return Json.read(kept, Kept.class).cel();
  }
}

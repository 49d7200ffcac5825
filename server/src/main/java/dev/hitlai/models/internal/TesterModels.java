package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.AI_MODEL_CAPABILITIES;
import static dev.hitlai.models.internal.jooq.Tables.MODEL_VERSIONS;

import dev.hitlai.models.internal.jooq.tables.records.ModelVersionsRecord;
import dev.hitlai.testers.AiTesters;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings roster and capabilities up to the registered versions: behind each tester stands its
 * first.
 */
@Component
class TesterModels {
  private static final BigDecimal THOUSANDS = new BigDecimal(1000);

  private final DSLContext sql;
  private final AiTesters roster;

  TesterModels(DSLContext sql, AiTesters roster) {
    this.sql = sql;
    this.roster = roster;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void refresh() {
    for (String tester : Registry.TESTERS) {
      var versions =
          sql.selectFrom(MODEL_VERSIONS)
              .where(MODEL_VERSIONS.TESTER.eq(tester))
              .and(MODEL_VERSIONS.IS_ENABLED)
              .orderBy(
                  MODEL_VERSIONS.OUT_OF_ROUTING_SINCE.asc().nullsFirst(),
                  MODEL_VERSIONS.ROUTING_ORDER,
                  MODEL_VERSIONS.VERSION_KEY)
              .fetch();
      versions.forEach(this::describe);
      roster.enlist(tester, versions.isEmpty() ? "unset" : versions.getFirst().getVersionKey());
      dropPlaceholder(tester, versions);
    }
  }

  /** Rows that said that nothing is set up go when something is, and come back. */
  private void dropPlaceholder(String tester, List<ModelVersionsRecord> versions) {
    var placeholder =
        AI_MODEL_CAPABILITIES
            .AI_MODEL_PROVIDER
            .eq(tester)
            .and(AI_MODEL_CAPABILITIES.MODEL_VERSION.eq("unset"));
    if (!versions.isEmpty()) {
      sql.deleteFrom(AI_MODEL_CAPABILITIES).where(placeholder).execute();
    } else {
      sql.insertInto(AI_MODEL_CAPABILITIES)
          .set(AI_MODEL_CAPABILITIES.AI_MODEL_PROVIDER, tester)
          .set(AI_MODEL_CAPABILITIES.MODEL_VERSION, "unset")
          .set(AI_MODEL_CAPABILITIES.SUPPORTS_WEB, false)
          .set(AI_MODEL_CAPABILITIES.IS_AVAILABLE, false)
          .set(
              AI_MODEL_CAPABILITIES.DESCRIPTION,
              "Not set up on this server; what it can do is known when it is.")
          .onConflictDoNothing()
          .execute();
    }
  }

  /** Looking, acting and auditing are the engine's, so a model's tester covers what that covers. */
  private void describe(ModelVersionsRecord version) {
    sql.insertInto(AI_MODEL_CAPABILITIES)
        .set(facts(version))
        .set(AI_MODEL_CAPABILITIES.AI_MODEL_PROVIDER, version.getTester())
        .set(AI_MODEL_CAPABILITIES.MODEL_VERSION, version.getVersionKey())
        .set(
            AI_MODEL_CAPABILITIES.DESCRIPTION,
            version.getLabel()
                + " plans the mission and chooses among what a page offers; looking, acting and the"
                + " audits are HitlAI's.")
        .onConflict(AI_MODEL_CAPABILITIES.AI_MODEL_PROVIDER, AI_MODEL_CAPABILITIES.MODEL_VERSION)
        .doUpdate()
        .set(facts(version))
        .execute();
  }

  private static Map<Field<?>, Object> facts(ModelVersionsRecord version) {
    var facts = new HashMap<Field<?>, Object>();
    facts.put(AI_MODEL_CAPABILITIES.SUPPORTS_WEB, true);
    facts.put(AI_MODEL_CAPABILITIES.SUPPORTS_MOBILE, true);
    facts.put(AI_MODEL_CAPABILITIES.SUPPORTS_ACCESSIBILITY, true);
    facts.put(AI_MODEL_CAPABILITIES.SUPPORTS_PERFORMANCE, true);
    facts.put(AI_MODEL_CAPABILITIES.SUPPORTS_SECURITY, true);
    facts.put(AI_MODEL_CAPABILITIES.SUPPORTED_TEST_TYPES, new String[] {"ai_only", "hybrid"});
    facts.put(AI_MODEL_CAPABILITIES.SUPPORTED_LANGUAGES, new String[] {"en"});
    facts.put(AI_MODEL_CAPABILITIES.MAX_TEST_DURATION_MINUTES, 30);
    facts.put(AI_MODEL_CAPABILITIES.MAX_PAGES_PER_TEST, 200);
    facts.put(AI_MODEL_CAPABILITIES.CONTEXT_WINDOW_TOKENS, version.getContextTokens());
    facts.put(
        AI_MODEL_CAPABILITIES.INPUT_COST_PER_1K_TOKENS_USD,
        version.getInputUsdPerMillion().divide(THOUSANDS));
    facts.put(
        AI_MODEL_CAPABILITIES.OUTPUT_COST_PER_1K_TOKENS_USD,
        version.getOutputUsdPerMillion().divide(THOUSANDS));
    facts.put(
        AI_MODEL_CAPABILITIES.STRENGTHS,
        new String[] {
          "Takes missions apart and weighs what a page offers with a language model",
          "What it decided on a site is kept, so that a second test hardly asks it",
          "The built-in engine goes on by itself when the model fails"
        });
    facts.put(
        AI_MODEL_CAPABILITIES.WEAKNESSES,
        new String[] {"What of a page matters for a decision goes to the model's provider"});
    return facts;
  }
}

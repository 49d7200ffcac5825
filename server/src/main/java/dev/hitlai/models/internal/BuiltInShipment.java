package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.AI_MODEL_CAPABILITIES;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.AiTesters;
import dev.hitlai.testers.BuiltInEngine;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what is known of the built-in engine up to this version's, at every start. What
 * administrators decided about it stays.
 */
@Component
class BuiltInShipment implements ApplicationRunner {
  private static final String DESCRIPTION =
      "Ships with HitlAI and runs on its server: rules and models of how people see, read, decide"
          + " and give up. No language model is involved, and nothing of your site goes to anybody"
          + " else.";

  private final DSLContext sql;
  private final AiTesters roster;
  private final TransactionTemplate transactions;

  BuiltInShipment(DSLContext sql, AiTesters roster, TransactionTemplate transactions) {
    this.sql = sql;
    this.roster = roster;
    this.transactions = transactions;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Tenancy.run(
        Actor.system("built-in engine"), () -> transactions.executeWithoutResult(_ -> unpack()));
  }

  private void unpack() {
    sql.insertInto(AI_MODEL_CAPABILITIES)
        .set(facts())
        .set(AI_MODEL_CAPABILITIES.AI_MODEL_PROVIDER, BuiltInEngine.PROVIDER)
        .set(AI_MODEL_CAPABILITIES.MODEL_VERSION, BuiltInEngine.VERSION)
        .set(AI_MODEL_CAPABILITIES.IS_RECOMMENDED, true)
        .set(AI_MODEL_CAPABILITIES.DESCRIPTION, DESCRIPTION)
        .onConflict(AI_MODEL_CAPABILITIES.AI_MODEL_PROVIDER, AI_MODEL_CAPABILITIES.MODEL_VERSION)
        .doUpdate()
        .set(facts())
        .execute();
    roster.enlist(BuiltInEngine.PROVIDER, BuiltInEngine.VERSION);
  }

  /** What the engine's audits and moves cover; the limits are those of a run. */
  private static Map<Field<?>, Object> facts() {
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
    facts.put(AI_MODEL_CAPABILITIES.REQUIRES_SCREENSHOTS, false);
    facts.put(AI_MODEL_CAPABILITIES.ESTIMATED_TOKENS_PER_TEST, 0);
    facts.put(
        AI_MODEL_CAPABILITIES.STRENGTHS,
        new String[] {
          "The same seed on the same site gives the same test",
          "More than fifty audits of each state of a page, accessibility above all",
          "Costs no tokens and needs no other service"
        });
    facts.put(
        AI_MODEL_CAPABILITIES.WEAKNESSES,
        new String[] {
          "Understands missions in English only",
          "Passive security checks only: it attacks nothing",
          "Does not judge whether what a picture, sound or film tells is true"
        });
    return facts;
  }
}

package dev.hitlai.testing.internal.personas;

import static dev.hitlai.testing.internal.jooq.Tables.PERSONAS;

import dev.hitlai.aitester.Persona;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.testing.internal.Json;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The personas that a company describes itself, once custom personas are open to it. What was made
 * is kept and can be used when the feature closes again; only making and changing needs it.
 */
@Component
public class OwnPersonas {
  private static final int MOST = 50;

  private final DSLContext sql;
  private final FeatureGate features;
  private final Audit audit;

  OwnPersonas(DSLContext sql, FeatureGate features, Audit audit) {
    this.sql = sql;
    this.features = features;
    this.audit = audit;
  }

  /** A persona of a company, with its id. */
  public record Own(UUID id, Persona persona, String description) {}

  @Transactional(readOnly = true)
  public Own find(UUID companyId, String name) {
    return sql.select(PERSONAS.ID, PERSONAS.TRAITS, PERSONAS.DESCRIPTION)
        .from(PERSONAS)
        .where(PERSONAS.COMPANY_ID.eq(companyId))
        .and(PERSONAS.NAME.eq(name))
        .and(PERSONAS.IS_ACTIVE)
        .fetchOptional(
            row -> new Own(row.value1(), Json.read(row.value2(), Persona.class), row.value3()))
        .orElseThrow(() -> ApiProblem.notFound("Your company has no persona of this name."));
  }

  /**
   * Makes a persona.
   *
   * @throws dev.hitlai.identity.FeatureLocked when custom personas aren't open
   */
  @Transactional
  public UUID make(CurrentUser by, Persona persona, String description) {
    UUID company = by.requireCompany();
    features.require(company, FeatureKey.CUSTOM_PERSONAS);
    requireDescription(description);
    if (sql.fetchCount(PERSONAS, PERSONAS.COMPANY_ID.eq(company).and(PERSONAS.IS_ACTIVE)) >= MOST) {
      throw ApiProblem.conflict("A company has at most " + MOST + " personas; retire one first.");
    }
    if (sql.fetchExists(PERSONAS, PERSONAS.NAME.eq(persona.name()).and(PERSONAS.IS_ACTIVE))) {
      throw ApiProblem.invalid("name", "is taken by another persona");
    }
    // A retired persona of the name gives its row to the new one.
    UUID id =
        sql.insertInto(PERSONAS)
            .set(PersonaColumns.of(persona))
            .set(PERSONAS.COMPANY_ID, company)
            .set(PERSONAS.NAME, persona.name())
            .set(PERSONAS.DESCRIPTION, description.strip())
            .set(PERSONAS.CREATED_BY, by.userId())
            .onConflict(PERSONAS.COMPANY_ID, PERSONAS.NAME)
            .doUpdate()
            .set(PersonaColumns.of(persona))
            .set(PERSONAS.DESCRIPTION, description.strip())
            .set(PERSONAS.IS_ACTIVE, true)
            .returning(PERSONAS.ID)
            .fetchSingle(PERSONAS.ID);
    audit.note(by, "persona.made", "persona", id);
    return id;
  }

  /** Changes a persona; runs that were asked for before keep it as it was. */
  @Transactional
  public void change(CurrentUser by, Persona persona, String description) {
    UUID company = by.requireCompany();
    features.require(company, FeatureKey.CUSTOM_PERSONAS);
    requireDescription(description);
    var own = find(company, persona.name());
    sql.update(PERSONAS)
        .set(PersonaColumns.of(persona))
        .set(PERSONAS.DESCRIPTION, description.strip())
        .where(PERSONAS.ID.eq(own.id()))
        .execute();
    audit.note(by, "persona.changed", "persona", own.id());
  }

  /** Takes a persona out of the choices; its runs and reports stay. */
  @Transactional
  public void retire(CurrentUser by, String name) {
    UUID company = by.requireCompany();
    features.require(company, FeatureKey.CUSTOM_PERSONAS);
    var own = find(company, name);
    sql.update(PERSONAS).set(PERSONAS.IS_ACTIVE, false).where(PERSONAS.ID.eq(own.id())).execute();
    audit.note(by, "persona.retired", "persona", own.id());
  }

  private static void requireDescription(String description) {
    if (description.strip().length() > 500) {
      throw ApiProblem.invalid("description", "must have at most 500 characters");
    }
  }
}

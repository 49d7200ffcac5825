package dev.hitlai.testing.internal.personas;

import static dev.hitlai.testing.internal.jooq.Tables.PERSONAS;

import dev.hitlai.aitester.Persona;
import dev.hitlai.testing.internal.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The personas that a company can choose from: the shipped ones and its own. */
@Component
public class Personas {
  private final DSLContext sql;

  Personas(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * A persona to choose.
   *
   * @param shipped whether it came with the platform
   */
  public record Offered(Persona persona, String description, boolean shipped) {}

  @Transactional(readOnly = true)
  public List<Offered> offered() {
    return sql.select(PERSONAS.TRAITS, PERSONAS.DESCRIPTION, PERSONAS.COMPANY_ID)
        .from(PERSONAS)
        .where(PERSONAS.IS_ACTIVE)
        .orderBy(PERSONAS.COMPANY_ID.asc().nullsFirst(), PERSONAS.NAME)
        .fetch(
            row ->
                new Offered(
                    Json.read(row.value1(), Persona.class), row.value2(), row.value3() == null));
  }

  /** Those of the given names that exist, by name; a company's own wins over a shipped one. */
  @Transactional(readOnly = true)
  public Map<String, Persona> named(Collection<String> names) {
    var found = new LinkedHashMap<String, Persona>();
    offered().stream()
        .map(Offered::persona)
        .filter(persona -> names.contains(persona.name()))
        .forEach(persona -> found.put(persona.name(), persona));
    return found;
  }
}

package dev.hitlai.testing.internal.personas;

import static dev.hitlai.testing.internal.jooq.Tables.PERSONAS;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.internal.Json;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the shipped personas in the database up to this version's, at every start. */
@Component
class PersonaShipment implements ApplicationRunner {
  private final DSLContext sql;
  private final TransactionTemplate transactions;

  PersonaShipment(DSLContext sql, TransactionTemplate transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Tenancy.run(
        Actor.system("persona shipment"),
        () -> transactions.executeWithoutResult(_ -> ShippedPersonas.all().forEach(this::unpack)));
  }

  private void unpack(Persona persona) {
    var columns = columns(persona);
    sql.insertInto(PERSONAS)
        .set(columns)
        .set(PERSONAS.NAME, persona.name())
        .onConflict(PERSONAS.COMPANY_ID, PERSONAS.NAME)
        .doUpdate()
        .set(columns)
        .execute();
  }

  private static Map<Field<?>, Object> columns(Persona persona) {
    var columns = new HashMap<Field<?>, Object>();
    columns.put(PERSONAS.DISPLAY_NAME, persona.label());
    columns.put(PERSONAS.AGE, persona.age());
    columns.put(PERSONAS.TECH_LITERACY, word(persona.techLiteracy()));
    columns.put(PERSONAS.EYESIGHT, word(persona.eyesight()).replace('_', ' '));
    columns.put(PERSONAS.NAVIGATION_STYLE, navigation(persona.navigation()));
    columns.put(PERSONAS.NEEDS, persona.needs().toArray(String[]::new));
    columns.put(PERSONAS.TRAITS, Json.of(persona));
    return columns;
  }

  private static String navigation(Persona.Navigation navigation) {
    return switch (navigation) {
      case LINEAR, NON_LINEAR, MIXED, KEYBOARD_ONLY -> word(navigation);
      case THUMB -> "thumb_one_hand";
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

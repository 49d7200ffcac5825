package dev.hitlai.testing.internal.personas;

import static dev.hitlai.testing.internal.jooq.Tables.PERSONAS;

import dev.hitlai.aitester.Persona;
import dev.hitlai.testing.internal.Json;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jooq.Field;

/** A persona as columns: what lists show, and the whole as the AI tester reads it. */
final class PersonaColumns {
  private PersonaColumns() {}

  static Map<Field<?>, Object> of(Persona persona) {
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

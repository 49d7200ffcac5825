package dev.hitlai.testing.web.pages;

import dev.hitlai.aitester.Persona;
import dev.hitlai.testing.internal.personas.Personas;
import dev.hitlai.web.view.Say;
import java.util.List;

/** A persona with its facts. */
public record PersonaCard(
    String name,
    String label,
    String description,
    List<Fact> facts,
    List<String> needs,
    boolean shipped) {
  static PersonaCard of(Personas.Offered offered) {
    var persona = offered.persona();
    return new PersonaCard(
        persona.name(),
        persona.label(),
        offered.description(),
        facts(persona),
        persona.needs(),
        offered.shipped());
  }

  private static List<Fact> facts(Persona persona) {
    return List.of(
        new Fact("Age", persona.age() + " years"),
        new Fact("Tech literacy", word(persona.techLiteracy())),
        new Fact("Eyesight", word(persona.eyesight())),
        new Fact("Moves about", word(persona.navigation())),
        new Fact("Uses", word(persona.input())),
        new Fact("Reads from contrast", Say.decimal(persona.contrastNeeded(), 1) + " to 1"),
        new Fact("Text size", Say.percent(persona.textZoom())),
        new Fact("Targets from", persona.targetSize() + " px"),
        new Fact("Connection", persona.slowNetwork() ? "Slow 4G" : "Fast"));
  }

  private static String word(Enum<?> value) {
    return Words.title(value.name().toLowerCase(java.util.Locale.ROOT));
  }

  public record Fact(String name, String value) {}
}

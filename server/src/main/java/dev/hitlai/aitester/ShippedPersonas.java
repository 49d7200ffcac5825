package dev.hitlai.aitester;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The personas that come with the product, read from {@code personas.json}. */
public final class ShippedPersonas {
  private static final List<Persona> ALL = read();

  private ShippedPersonas() {}

  public static List<Persona> all() {
    return ALL;
  }

  public static Optional<Persona> named(String name) {
    return ALL.stream().filter(persona -> persona.name().equals(name)).findFirst();
  }

  private static List<Persona> read() {
    try (var stream = ShippedPersonas.class.getResourceAsStream("personas.json")) {
      return JsonMapper.shared().readValue(stream, new TypeReference<List<Persona>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

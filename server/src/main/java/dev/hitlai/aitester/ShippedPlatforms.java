package dev.hitlai.aitester;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web and mobile presets that come with the product, read from {@code platforms.json}; the
 * database's {@code platform_presets} carry the same names and figures.
 */
public final class ShippedPlatforms {
  private static final List<Platform> ALL = read();

  private ShippedPlatforms() {}

  public static List<Platform> all() {
    return ALL;
  }

  public static Optional<Platform> named(String name) {
    return ALL.stream().filter(platform -> platform.name().equals(name)).findFirst();
  }

  private static List<Platform> read() {
    try (var stream = ShippedPlatforms.class.getResourceAsStream("platforms.json")) {
      return JsonMapper.shared().readValue(stream, new TypeReference<List<Platform>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

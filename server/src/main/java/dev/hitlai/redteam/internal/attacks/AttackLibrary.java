package dev.hitlai.redteam.internal.attacks;

import dev.hitlai.redteam.Category;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The attacks that ship, a file for each category. */
public final class AttackLibrary {
  private static final Pattern LINE =
      Pattern.compile("(low|medium|high|critical) (.+?)( indirect)? :: (.+)");
  private static final AttackLibrary SHIPPED = new AttackLibrary();

  private final Map<Category, List<Attack>> attacks = new EnumMap<>(Category.class);

  private AttackLibrary() {
    for (var category : Category.values()) {
      attacks.put(category, read(category));
    }
  }

  public static AttackLibrary shipped() {
    return SHIPPED;
  }

  public List<Attack> of(Category category) {
    return attacks.getOrDefault(category, List.of());
  }

  public Optional<Attack> find(String id) {
    return attacks.values().stream()
        .flatMap(List::stream)
        .filter(attack -> attack.id().equals(id))
        .findFirst();
  }

  private static List<Attack> read(Category category) {
    var list = new ArrayList<Attack>();
    for (var line : resource("attacks/" + category.code() + ".txt").lines().toList()) {
      if (line.isBlank() || line.startsWith("# ")) {
        continue;
      }
      var parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new IllegalStateException("Not an attack: " + line);
      }
      var id = "%s-%02d".formatted(category.code().replace('_', '-'), list.size() + 1);
      list.add(
          new Attack(
              id,
              category,
              parts.group(1),
              Check.parse(parts.group(2)),
              parts.group(3) != null,
              parts.group(4).strip()));
    }
    return List.copyOf(list);
  }

  /** A data file of the red team. */
  public static String resource(String name) {
    try (var stream = AttackLibrary.class.getResourceAsStream("/dev/hitlai/redteam/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("The red team lacks " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

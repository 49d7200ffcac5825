package dev.hitlai.demosite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The defects planted in a demo site, in the order of its catalogue's file. */
public record DefectCatalogue(List<Defect> defects) {

  private static final String SHOP = "/defects.yaml";
  private static final String STAYS = "/stays-defects.yaml";

  public DefectCatalogue {
    defects = List.copyOf(defects);
    if (defects.stream().map(Defect::id).distinct().count() != defects.size()) {
      throw new IllegalArgumentException("A defect id is used twice");
    }
  }

  /** The shop's; fails on an unknown kind, severity, persona or a missing field. */
  public static DefectCatalogue load() {
    return read(SHOP);
  }

  /** The booking site's. */
  public static DefectCatalogue ofStays() {
    return read(STAYS);
  }

  private static DefectCatalogue read(String resource) {
    try (InputStream yaml = DefectCatalogue.class.getResourceAsStream(resource)) {
      List<Map<String, Object>> rows =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(yaml));
      return new DefectCatalogue(rows.stream().map(DefectCatalogue::defect).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Defect byId(String id) {
    return defects.stream()
        .filter(defect -> defect.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No defect is called " + id));
  }

  public Set<String> ids() {
    Map<String, Defect> byId = new LinkedHashMap<>();
    defects.forEach(defect -> byId.put(defect.id(), defect));
    return Collections.unmodifiableSet(byId.keySet());
  }

  /** How many defects there are of each kind, by name of the kind. */
  public Map<String, Long> countByKind() {
    Map<String, Long> counts = new TreeMap<>();
    defects.forEach(defect -> counts.merge(defect.kind(), 1L, Long::sum));
    return counts;
  }

  private static Defect defect(Map<String, Object> row) {
    String id = text(row, "id");
    String page = text(row, "page");
    return new Defect(
        id,
        page,
        Objects.toString(row.get("where"), page.replaceFirst("\\?.*", "")),
        Optional.ofNullable((String) row.get("selector")),
        Defect.Reach.valueOf(Objects.toString(row.get("reach"), "open").toUpperCase(Locale.ROOT)),
        text(row, "kind"),
        text(row, "rule"),
        texts(row.get("wcag")),
        text(row, "severity"),
        texts(row.get("persona")),
        text(row, "description"),
        text(row, "fix"));
  }

  private static String text(Map<String, Object> row, String key) {
    Object value = row.get(key);
    if (value == null) {
      throw new IllegalArgumentException("Defect " + row.get("id") + " has no " + key);
    }
    return value.toString().strip();
  }

  private static List<String> texts(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list.stream().map(Object::toString).toList();
      default -> List.of(value.toString());
    };
  }
}

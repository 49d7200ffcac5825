package dev.hitlai.demosite.shop;

import java.util.Map;
import java.util.Objects;

/**
 * Something the shop sells; {@code was} is the earlier price or nothing, {@code added} counts up
 * with time.
 */
record Product(
    String slug,
    String name,
    String category,
    Euros price,
    Euros was,
    int stock,
    int added,
    Map<String, String> texts) {

  private static final int NEW_SINCE = 19;

  static Product of(Map<String, Object> row) {
    return new Product(
        text(row, "slug"),
        text(row, "name"),
        text(row, "category"),
        new Euros((Integer) row.get("cents")),
        new Euros((Integer) row.getOrDefault("was", 0)),
        (Integer) row.get("stock"),
        (Integer) row.get("added"),
        Map.of(
            "blurb", text(row, "blurb"),
            "about", text(row, "about"),
            "colour", text(row, "colour"),
            "material", text(row, "material"),
            "care", text(row, "care"),
            "size", text(row, "size")));
  }

  boolean inStock() {
    return stock > 0;
  }

  boolean isNew() {
    return added > NEW_SINCE;
  }

  String text(String name) {
    return Objects.requireNonNull(texts.get(name), name);
  }

  boolean mentions(String word) {
    return (name + " " + category + " " + text("blurb") + " " + text("material"))
        .toLowerCase(java.util.Locale.ROOT)
        .contains(word);
  }

  private static String text(Map<String, Object> row, String key) {
    return Objects.requireNonNull(row.get(key), key).toString();
  }
}

package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.site.Euros;
import java.util.Locale;
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
        new Euros(number(row, "cents")),
        new Euros(row.containsKey("was") ? number(row, "was") : 0),
        number(row, "stock"),
        number(row, "added"),
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
        .toLowerCase(Locale.ROOT)
        .contains(word);
  }

  private static int number(Map<String, Object> row, String key) {
    return Integer.parseInt(text(row, key));
  }

  private static String text(Map<String, Object> row, String key) {
    return Objects.requireNonNull(row.get(key), key).toString();
  }
}

package dev.hitlai.demosite.shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A department; {@link #ALL} is every product together. */
record Category(String slug, String name, String intro, String picture) {

  static final Category ALL =
      new Category(
          "all",
          "All products",
          "Everything we sell, from the kitchen to the ridge.",
          "enamel-mug");

  static final List<Category> DEPARTMENTS =
      List.of(
          new Category(
              "kitchen",
              "Kitchen",
              "Mugs, pans and boards that get better with use.",
              "enamel-mug"),
          new Category(
              "living", "Living room", "Light, wool and a place to sit down.", "reading-lamp"),
          new Category(
              "garden",
              "Garden",
              "Good tools and small pleasures for outside the door.",
              "watering-can"),
          new Category(
              "outdoor",
              "Outdoor",
              "Tents, flasks and lanterns for a night on the hill.",
              "ridge-tent"));

  static Optional<Category> bySlug(String slug) {
    return slug.equals("all")
        ? Optional.of(ALL)
        : DEPARTMENTS.stream().filter(category -> category.slug.equals(slug)).findFirst();
  }

  static List<Map<String, Object>> rows() {
    return DEPARTMENTS.stream()
        .map(c -> Map.<String, Object>of("slug", c.slug, "name", c.name, "picture", c.picture))
        .toList();
  }

  boolean holds(Product product) {
    return this == ALL || product.category().equals(slug);
  }
}

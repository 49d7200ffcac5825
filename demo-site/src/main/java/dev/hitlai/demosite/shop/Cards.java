package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.site.Euros;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Products as they lie side by side in a list. */
final class Cards {

  private Cards() {}

  static String of(Visit visit, List<Product> products, boolean inCategory) {
    return products.stream()
        .map(product -> visit.part("card", card(visit, product, inCategory)))
        .collect(Collectors.joining());
  }

  private static Map<String, Object> card(Visit visit, Product product, boolean inCategory) {
    boolean saved = visit.session().hasSaved(product);
    return Map.ofEntries(
        Map.entry("slug", product.slug()),
        Map.entry("name", product.name()),
        Map.entry("blurb", product.text("blurb")),
        Map.entry("price", product.price()),
        Map.entry("was", earlierPrice(product)),
        Map.entry("inStock", product.inStock()),
        Map.entry("dotStock", inCategory && visit.has("category-stock-by-colour")),
        Map.entry("unsized", inCategory && visit.has("category-images-unsized")),
        Map.entry("isSaved", saved),
        Map.entry("saved", saved),
        Map.entry("back", visit.request().target()));
  }

  static String earlierPrice(Product product) {
    return product.was().equals(Euros.NOTHING) ? "" : product.was().toString();
  }
}

package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Lists of a department: sorted, filtered, and nine to a page. */
final class CategoryPages {

  private static final int PAGE_SIZE = 9;

  private static final Map<String, Predicate<Product>> PRICES =
      Map.of(
          "low", product -> product.price().cents() < 2000,
          "middle", product -> product.price().cents() >= 2000 && product.price().cents() <= 5000,
          "high", product -> product.price().cents() > 5000);

  private final Products products;

  CategoryPages(Products products) {
    this.products = products;
  }

  Response category(Visit visit) {
    return Category.bySlug(visit.pathAfter("/category/"))
        .map(category -> list(visit, category))
        .orElseGet(visit::notFound);
  }

  private Response list(Visit visit, Category category) {
    List<Product> found =
        products.in(category).stream()
            .filter(PRICES.getOrDefault(visit.request().query("price"), any -> true))
            .filter(product -> !asksForStock(visit) || product.inStock())
            .sorted(order(visit))
            .toList();
    int pages = Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    int page = Math.clamp(number(visit.request().query("page")), 1, pages);
    int from = (page - 1) * PAGE_SIZE;
    List<Product> shown = found.subList(from, Math.min(found.size(), from + PAGE_SIZE));
    Map<String, Object> values = new HashMap<>(choices(visit));
    values.put("name", category.name());
    values.put("intro", category.intro());
    values.put("category", category.slug());
    values.put("found", found.size() + (found.size() == 1 ? " product" : " products"));
    values.put("cards", Cards.of(visit, shown, true));
    values.put("pages", pages > 1);
    values.put("links", links(visit, page, pages));
    String suffix = page > 1 ? ", page " + page : "";
    return visit.page("category", category.name() + suffix, values);
  }

  private static boolean asksForStock(Visit visit) {
    return visit.request().query("stock").equals("1") && !visit.has("category-filter-broken");
  }

  private static Comparator<Product> order(Visit visit) {
    Comparator<Product> byPrice =
        visit.has("category-sort-wrong")
            ? Comparator.comparing(product -> product.price().toString().replace("€", ""))
            : Comparator.comparingInt(product -> product.price().cents());
    return switch (visit.request().query("sort")) {
      case "cheap" -> byPrice;
      case "dear" -> byPrice.reversed();
      case "new" -> Comparator.comparingInt(Product::added).reversed();
      default -> Comparator.comparing(Product::name);
    };
  }

  private static Map<String, Object> choices(Visit visit) {
    String sort = visit.request().query("sort");
    String price = visit.request().query("price");
    return Map.of(
        "sorts",
        List.of(
            choice("name", "Name", sort),
            choice("cheap", "Price: low to high", sort),
            choice("dear", "Price: high to low", sort),
            choice("new", "Newest first", sort)),
        "prices",
        List.of(
            choice("", "Any", price),
            choice("low", "Under €20", price),
            choice("middle", "€20 to €50", price),
            choice("high", "Over €50", price)),
        "onlyStock",
        visit.request().query("stock").equals("1"));
  }

  private static Map<String, Object> choice(String value, String name, String chosen) {
    return Map.of("value", value, "name", name, "chosen", value.equals(chosen));
  }

  private static List<Map<String, Object>> links(Visit visit, int page, int pages) {
    List<Map<String, Object>> links =
        new ArrayList<>(
            IntStream.rangeClosed(1, pages)
                .mapToObj(n -> link(visit, n, "Page " + n, n == page, false))
                .toList());
    if (page < pages) {
      links.add(link(visit, page + 1, "Next", false, true));
    }
    return links;
  }

  private static Map<String, Object> link(
      Visit visit, int page, String label, boolean current, boolean next) {
    String kept =
        visit.has("category-pagination-forgets")
            ? ""
            : "&sort=%s&price=%s&stock=%s"
                .formatted(
                    plain(visit.request().query("sort")),
                    plain(visit.request().query("price")),
                    plain(visit.request().query("stock")));
    String href = visit.request().path() + "?page=" + page + kept;
    return Map.of("href", href, "label", label, "current", current, "next", next);
  }

  private static String plain(String text) {
    return text.replaceAll("\\W", "");
  }

  private static int number(String text) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 1;
  }
}

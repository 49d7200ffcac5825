package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Pause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A product by itself, the search, and the heart on a card. */
final class ProductPages {

  /** Long enough to be felt, short enough that a browser doesn't give up. */
  private static final int SLOW_SEARCH_MILLIS = 2_200;

  private static final String MORE =
      "Everything we sell comes with a spare part list and a promise: if it breaks within ten "
          + "years, we mend it. Send it in with a note, and it comes back working, with the bill "
          + "for nothing but the postage. Many of our customers hand things on, which is the "
          + "nicest thing that can happen to a product.";

  private final Products products;

  ProductPages(Products products) {
    this.products = products;
  }

  Response product(Visit visit) {
    return products
        .bySlug(visit.pathAfter("/product/"))
        .map(product -> visit.page("product", product.name(), view(visit, product)))
        .orElseGet(visit::notFound);
  }

  Response search(Visit visit) {
    if (visit.has("search-slow")) {
      Pause.millis(SLOW_SEARCH_MILLIS);
      return results(visit).with("Server-Timing", "catalogue;dur=" + SLOW_SEARCH_MILLIS);
    }
    return results(visit);
  }

  private Response results(Visit visit) {
    String query = visit.request().query("q");
    List<Product> found =
        query.isEmpty()
            ? List.of()
            : products.matching(query, visit.has("search-plural-finds-nothing"));
    String count = found.size() == 1 ? "One product" : found.size() + " products";
    return visit.page(
        "search",
        query.isEmpty() ? "Search" : "Search for " + query,
        Map.of("cards", Cards.of(visit, found, false), "found", count + " for “" + query + "”"));
  }

  Response save(Visit visit) {
    products.bySlug(visit.request().form("product")).ifPresent(visit.session()::toggleSaved);
    String back = visit.request().form("back");
    return Response.redirect(back.matches("/([\\w?][\\w/?&=%+.-]*)?") ? back : "/");
  }

  private static Map<String, Object> view(Visit visit, Product product) {
    Map<String, Object> view = new HashMap<>(product.texts());
    view.put("slug", product.slug());
    view.put("name", product.name());
    view.put("category", product.category());
    view.put(
        "categoryName",
        Category.bySlug(product.category()).map(Category::name).orElse(product.category()));
    view.put("price", product.price());
    view.put("was", Cards.earlierPrice(product));
    view.put("inStock", product.inStock());
    view.put("isNew", product.isNew());
    view.put("more", MORE);
    view.put("added", visit.session().takeNotice());
    return view;
  }
}

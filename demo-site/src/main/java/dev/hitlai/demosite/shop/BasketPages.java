package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Euros;
import java.util.List;
import java.util.Map;

/** The basket and what can be done with it. */
final class BasketPages {

  static final Euros BREAKAGE_COVER = new Euros(290);

  private final Products products;

  BasketPages(Products products) {
    this.products = products;
  }

  Response basket(Visit visit) {
    Basket basket = visit.session().basket();
    List<Map<String, Object>> items =
        basket.lines().entrySet().stream()
            .map(line -> line(line.getKey(), line.getValue()))
            .toList();
    return visit.page(
        "basket",
        "Basket",
        Map.of(
            "lines", !items.isEmpty(),
            "items", items,
            "addon", visit.has("basket-sneaked-cover") ? BREAKAGE_COVER.toString() : "",
            "total", goods(visit),
            "voucherMessage", visit.session().takeNotice()));
  }

  /** What the basket comes to, with anything that crept in. */
  static Euros goods(Visit visit) {
    Euros total = visit.session().basket().total();
    return visit.has("basket-sneaked-cover") ? total.plus(BREAKAGE_COVER) : total;
  }

  Response add(Visit visit) {
    String slug = visit.request().form("product");
    products
        .bySlug(slug)
        .filter(Product::inStock)
        .ifPresent(product -> put(visit, product, visit.request().form("quantity")));
    return Response.redirect(products.bySlug(slug).isPresent() ? "/product/" + slug : "/basket");
  }

  private static void put(Visit visit, Product product, String typed) {
    if (isQuantity(typed) || visit.has("product-quantity-text")) {
      visit.session().basket().add(product, isQuantity(typed) ? Integer.parseInt(typed) : 1);
      visit.session().say("Added to your basket: " + product.name() + ".");
    } else {
      visit.session().say("Nothing added. Enter a whole number from 1 to 20.");
    }
  }

  Response changeQuantity(Visit visit) {
    String typed = visit.request().form("quantity");
    products
        .bySlug(visit.request().form("product"))
        .filter(product -> isQuantity(typed))
        .ifPresent(product -> visit.session().basket().put(product, Integer.parseInt(typed)));
    return Response.redirect("/basket");
  }

  Response remove(Visit visit) {
    products
        .bySlug(visit.request().form("product"))
        .ifPresent(product -> visit.session().basket().put(product, 0));
    return Response.redirect("/basket");
  }

  /** Where the timer of the flawed basket leads; the clean shop has no such way. */
  Response clear(Visit visit) {
    if (visit.has("basket-timer")) {
      visit.session().basket().clear();
    }
    return Response.redirect("/basket");
  }

  Response voucher(Visit visit) {
    visit.session().say("We don't know this code. Check it letter by letter.");
    return Response.redirect("/basket");
  }

  private static boolean isQuantity(String typed) {
    return typed.matches("[1-9]|1\\d|20");
  }

  private static Map<String, Object> line(Product product, int quantity) {
    return Map.of(
        "slug", product.slug(),
        "name", product.name(),
        "price", product.price(),
        "quantity", quantity,
        "sum", product.price().times(quantity));
  }
}

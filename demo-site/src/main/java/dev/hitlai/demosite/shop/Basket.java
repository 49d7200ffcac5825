package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.site.Euros;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a visitor means to buy, by product, in the order in which it was put in. */
final class Basket {

  static final int MOST_OF_ONE = 20;

  private final Map<Product, Integer> lines = new LinkedHashMap<>();

  synchronized void add(Product product, int quantity) {
    put(product, lines.getOrDefault(product, 0) + quantity);
  }

  /** Keeps between none and {@link #MOST_OF_ONE} of a product; none takes the line out. */
  synchronized void put(Product product, int quantity) {
    if (quantity <= 0) {
      lines.remove(product);
    } else {
      lines.put(product, Math.min(quantity, MOST_OF_ONE));
    }
  }

  synchronized void clear() {
    lines.clear();
  }

  synchronized Map<Product, Integer> lines() {
    return new LinkedHashMap<>(lines);
  }

  int count() {
    return lines().values().stream().mapToInt(Integer::intValue).sum();
  }

  Euros total() {
    return lines().entrySet().stream()
        .map(line -> line.getKey().price().times(line.getValue()))
        .reduce(Euros.NOTHING, Euros::plus);
  }
}

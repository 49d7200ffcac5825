package dev.hitlai.demosite.shop;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the shop remembers of a visitor between two requests. */
final class Session {

  private final Basket basket = new Basket();
  private final Set<String> saved = ConcurrentHashMap.newKeySet();
  private volatile Map<String, String> address = Map.of();
  private volatile @Nullable DeliveryWay way;
  private volatile @Nullable Account account;
  private volatile Map<String, String> order = Map.of();
  private volatile String notice = "";

  Basket basket() {
    return basket;
  }

  boolean hasSaved(Product product) {
    return saved.contains(product.slug());
  }

  void toggleSaved(Product product) {
    if (!saved.remove(product.slug())) {
      saved.add(product.slug());
    }
  }

  Map<String, String> address() {
    return address;
  }

  void deliverTo(Map<String, String> newAddress) {
    address = Map.copyOf(newAddress);
  }

  @Nullable DeliveryWay way() {
    return way;
  }

  void deliverBy(DeliveryWay chosen) {
    way = chosen;
  }

  @Nullable Account account() {
    return account;
  }

  void signIn(Account newAccount) {
    account = newAccount;
  }

  void signOut() {
    account = null;
  }

  Map<String, String> order() {
    return order;
  }

  /** Turns the basket into an order and empties it. */
  void place(Map<String, String> newOrder) {
    order = Map.copyOf(newOrder);
    basket.clear();
    way = null;
  }

  void say(String newNotice) {
    notice = newNotice;
  }

  /** The notice for the next page, once. */
  String takeNotice() {
    String taken = notice;
    notice = "";
    return taken;
  }
}

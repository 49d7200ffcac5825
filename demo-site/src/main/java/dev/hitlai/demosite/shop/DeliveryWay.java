package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.site.Euros;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an order reaches the customer. */
enum DeliveryWay {
  STANDARD("Standard delivery", "2 to 3 working days", 490),
  EXPRESS("Express delivery", "Next working day", 1290),
  COLLECT("Collect in store", "From tomorrow", 0);

  private static final Euros FREE_FROM = new Euros(6000);

  private final String label;
  private final String time;
  private final Euros price;

  DeliveryWay(String label, String time, int cents) {
    this.label = label;
    this.time = time;
    this.price = new Euros(cents);
  }

  static Optional<DeliveryWay> byCode(String code) {
    return Arrays.stream(values()).filter(way -> way.code().equals(code)).findFirst();
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return label;
  }

  String time() {
    return time;
  }

  Euros priceFor(Euros goods) {
    return this == STANDARD && goods.cents() >= FREE_FROM.cents() ? Euros.NOTHING : price;
  }
}

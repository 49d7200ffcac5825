package dev.hitlai.demosite.shop;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The line that says where in the checkout we are. */
final class CheckoutSteps {

  private static final List<String> LABELS = List.of("Address", "Delivery", "Payment");

  private CheckoutSteps() {}

  static String at(Visit visit, int current) {
    List<Map<String, Object>> steps =
        IntStream.range(0, LABELS.size())
            .mapToObj(n -> Map.<String, Object>of("label", LABELS.get(n), "current", n == current))
            .toList();
    return visit.part("steps", Map.of("steps", steps));
  }
}

package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What people call the figures that are drawn. */
final class Figures {
  /** All names that are understood, for patterns. */
  static final String NAMES =
      "circle|disc|square|rectangle|triangle|diamond|rhombus|pentagon|hexagon|heptagon|octagon|ellipse|oval|star|polygon|line";

  private static final Map<String, Integer> CORNERS =
      Map.of(
          "triangle",
          3,
          "diamond",
          4,
          "rhombus",
          4,
          "pentagon",
          5,
          "hexagon",
          6,
          "heptagon",
          7,
          "octagon",
          8);
  private static final List<String> BY_CORNERS =
      List.of("triangle", "diamond", "pentagon", "hexagon", "heptagon", "octagon");

  private Figures() {}

  /** Its name, empty when it is no figure. */
  static String name(Thing thing) {
    if (thing.tag().equals("text")) {
      return thing.text().matches("\\d") ? "number" : "letter";
    }
    var drawn = thing.paint().shape();
    if (drawn.startsWith("star")) {
      return "star";
    }
    return switch (drawn) {
      case "circle", "ellipse" -> isEven(thing) ? "circle" : "ellipse";
      case "rect" -> isEven(thing) ? "square" : "rectangle";
      case "line" -> "line";
      default ->
          corners(thing).stream()
              .filter(n -> n >= 3 && n <= 8)
              .mapToObj(n -> BY_CORNERS.get(n - 3))
              .findFirst()
              .orElse("");
    };
  }

  static boolean is(Thing thing, String name) {
    var drawn = thing.paint().shape();
    return switch (name) {
      case "circle", "disc" -> drawn.equals("circle") || drawn.equals("ellipse") && isEven(thing);
      case "ellipse", "oval" -> drawn.equals("ellipse");
      case "square" -> drawn.equals("rect") && isEven(thing) || drawn.equals("polygon4");
      case "rectangle" -> drawn.equals("rect") || drawn.equals("polygon4");
      case "star" -> drawn.startsWith("star");
      case "polygon" -> drawn.startsWith("polygon");
      case "line" -> drawn.equals("line");
      default -> drawn.equals("polygon" + CORNERS.getOrDefault(name, 0));
    };
  }

  /** How many corners (and so sides) an outline has; empty for round ones. */
  static OptionalInt corners(Thing thing) {
    var drawn = thing.paint().shape();
    if (drawn.equals("rect")) {
      return OptionalInt.of(4);
    }
    return drawn.matches("(?:polygon|star)\\d+")
        ? OptionalInt.of(Integer.parseInt(drawn.replaceAll("\\D", "")))
        : OptionalInt.empty();
  }

  private static boolean isEven(Thing thing) {
    var box = thing.box();
    return Math.abs(box.width() - box.height()) <= 0.12 * box.width() + 1;
  }
}

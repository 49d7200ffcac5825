package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** "The red circle", "the large blue triangle", "the grey box": found by how they look. */
final class Looks {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?i)\\b("
              + Figures.NAMES
              + "|shape|figure|box|item|tile|object|letter|digit|number|button|swatch|block|cube|dot|area|colou?r|thing|one)s?\\b");
  private static final Pattern NOT_COLOR =
      Pattern.compile(
          "(?i)\\b(?:(?:that|which|and|but)?(?: is| are|'s)?"
              + " ?(?:not|never|isn't|aren't)|except|other than|neither|any colou?r but|anything"
              + " but|non-?)[ -]?(?:the |a )?(?:(?:painted|coloured|colored) )?\\w+\\b");
  private static final Pattern SMALL = Pattern.compile("(?i)\\b(?:small|little|tiny)\\b");
  private static final Pattern SHADES =
      Pattern.compile(
          "(?i)\\b(?:shade|tone|tint|hue)s?\\b|\\b(?:light|dark|pale)\\p{L}* (?:and|or)"
              + " (?:light|dark|pale)");
  private static final Pattern LARGE = Pattern.compile("(?i)\\b(?:large|big|huge)\\b");

  private Looks() {}

  static boolean speaksIn(String words) {
    return Colors.in(words).isPresent()
        || words.matches("(?i).*\\b(?:small|large|tiny|big) \\w{1,9}\\b.*")
        || words.matches("(?i).*\\b(?:" + Figures.NAMES.replace("|line", "") + ")s?\\b.*");
  }

  static Optional<Thing> find(Target target, Sight now) {
    var words = target.words() + " " + target.kind();
    if (target.quoted() && !speaksIn(words) || !speaksIn(words)) {
      return Optional.empty();
    }
    if (now.finder().all(target, Thing::hasWords).stream()
        .anyMatch(t -> Texts.same(t.label(), target.words()))) {
      return Optional.empty(); // a thing of this name, whatever it looks like
    }
    var all = all(target, now);
    int index = target.ordinal() < 0 ? all.size() - 1 : Math.max(0, target.ordinal() - 1);
    return index >= 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
  }

  /** All that look so. */
  static List<Thing> all(Target target, Sight now) {
    return all(target.words() + " " + target.kind(), now);
  }

  static List<Thing> all(String words, Sight now) {
    var unwanted = NOT_COLOR.matcher(words);
    var avoided = unwanted.find() ? Colors.in(unwanted.group()).orElse("") : "";
    var said = unwanted.reset().replaceAll(" ");
    var color = Colors.in(said).orElse("");
    var shape = shape(said);
    var letters = symbol(words);
    boolean shades = SHADES.matcher(said).find();
    var fitting =
        now.matching(t -> hasColor(t, color, shades) && hasShape(t, shape) && hasSymbol(t, letters))
            .filter(t -> !t.paint().shape().isEmpty() || !t.paint().fill().isEmpty())
            .filter(t -> avoided.isEmpty() || !Colors.name(fill(t)).equals(avoided))
            .filter(
                t -> !t.paint().shape().equals("text") || !letters.isEmpty() || mayBeText(shape))
            .filter(
                t -> !t.tag().equals("body") && !t.tag().equals("html") && !t.tag().equals("svg"))
            .toList();
    return sized(Nesting.innermost(fitting), words, now);
  }

  private static boolean mayBeText(String shape) {
    return shape.matches("letter|digit|number|item|object|thing|one|");
  }

  /** What is small or large is told by all that is drawn, not by what is asked for alone. */
  private static List<Thing> sized(List<Thing> things, String words, Sight now) {
    boolean small = SMALL.matcher(words).find();
    if (things.isEmpty() || !small && !LARGE.matcher(words).find()) {
      return things;
    }
    var drawn = now.matching(t -> things.contains(t) || isLike(t, things.getFirst())).toList();
    var sizes = drawn.stream().mapToDouble(Looks::size).summaryStatistics();
    double middle = (sizes.getMin() + sizes.getMax()) / 2;
    return sizes.getMax() < 1.2 * sizes.getMin()
        ? things
        : things.stream().filter(t -> size(t) < middle == small).toList();
  }

  /** Drawn beside the other. */
  private static boolean isLike(Thing thing, Thing other) {
    return thing.parent() == other.parent() && !thing.paint().shape().isEmpty();
  }

  /** Across, that of a sign by its lettering, which makes an "i" as large as an "m". */
  private static double size(Thing thing) {
    return thing.tag().equals("text")
        ? thing.paint().size()
        : Math.max(thing.box().width(), thing.box().height());
  }

  private static String shape(String words) {
    var match = SHAPE.matcher(words);
    return match.find() ? match.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** "The red 7" and "the blue letter K": what is written, besides the colour. */
  private static String symbol(String words) {
    var match =
        Pattern.compile(
                "(?:^|\\s)(?:letter |digit |number )?([A-Z0-9])s?(?=\\s|$)|(?:^|\\s)(?:letter"
                    + " )?([b-z])(?=\\s|$)|(?:^|\\s)([a-z])s$")
            .matcher(words);
    if (!match.find()) {
      return "";
    }
    return match.group(1) != null
        ? match.group(1)
        : match.group(2) != null ? match.group(2) : match.group(3);
  }

  private static boolean hasSymbol(Thing thing, String symbol) {
    return symbol.isEmpty() || thing.text().equals(symbol);
  }

  private static boolean hasColor(Thing thing, String color, boolean shades) {
    return color.isEmpty()
        || (shades ? Colors.isShade(fill(thing), color) : Colors.name(fill(thing)).equals(color));
  }

  /** What is drawn in text has the text's colour. */
  private static String fill(Thing thing) {
    var paint = thing.paint();
    return paint.fill().isEmpty() && thing.isLeaf() ? paint.color() : paint.fill();
  }

  private static boolean hasShape(Thing thing, String shape) {
    var drawn = thing.paint().shape();
    return switch (shape) {
      case "letter" -> thing.text().matches("\\p{L}");
      case "digit", "number" -> thing.text().matches("\\d{1,2}");
      case "", "button" -> thing.isPressable() || !drawn.isEmpty();
      case "shape",
          "figure",
          "box",
          "item",
          "tile",
          "object",
          "swatch",
          "block",
          "cube",
          "dot",
          "area",
          "color",
          "colour",
          "thing",
          "one" ->
          !drawn.isEmpty();
      default -> Figures.is(thing, shape);
    };
  }
}

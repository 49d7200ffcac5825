package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** "The greatest number", "the smallest circle": found by comparing what is shown. */
final class Superlatives {
  private static final Pattern MOST =
      Pattern.compile(
          "(?i)\\b(?:greatest|largest|biggest|highest|maximum|most|longest|latest|tallest|widest|thickest|heaviest)\\b");
  private static final Pattern LEAST =
      Pattern.compile(
          "(?i)\\b(?:smallest|least|lowest|minimum|littlest|shortest|tiniest|fewest|cheapest|narrowest|thinnest|lightest)\\b");

  private Superlatives() {}

  static boolean speaksIn(String words) {
    return MOST.matcher(words).find() || LEAST.matcher(words).find();
  }

  static boolean isLeast(String words) {
    return LEAST.matcher(words).find();
  }

  static Optional<Thing> find(Target target, Sight now) {
    var words = target.words();
    if (target.quoted() || !speaksIn(words)) {
      return Optional.empty();
    }
    var numbers = now.matching(t -> t.own().matches("[-+€$£ ]*\\d[\\d.,']*\\s*[€$£%]?")).toList();
    if (numbers.size() > 1 && !Looks.speaksIn(words)) {
      return extreme(numbers, thing -> Texts.amount(thing.own().replaceAll("[€$£ ]", "")), words);
    }
    if (words.matches("(?i).*\\b(?:longest|shortest)\\b.*\\b(?:word|name|title|text|line)s?\\b.*")
        || target.kind().matches("word|name|label") && words.matches("(?i).*(?:long|short)est.*")) {
      return extreme(Peers.largest(now), thing -> thing.text().length(), words);
    }
    var shapes =
        Looks.all(target, now).stream().filter(t -> !t.paint().shape().equals("text")).toList();
    return shapes.size() > 1 ? extreme(shapes, measure(words), words) : Optional.empty();
  }

  private static ToDoubleFunction<Thing> measure(String words) {
    if (words.matches("(?i).*\\b(?:tallest|highest|lowest|shortest)\\b.*")) {
      return thing -> thing.box().height();
    }
    return words.matches("(?i).*\\b(?:widest|narrowest|longest)\\b.*")
        ? thing -> Math.max(thing.box().width(), thing.box().height())
        : Thing::area;
  }

  private static Optional<Thing> extreme(
      List<Thing> things, ToDoubleFunction<Thing> size, String words) {
    var order = Comparator.comparingDouble(size);
    return things.stream()
        .min(LEAST.matcher(words).find() ? order : order.reversed())
        .map(best -> control(best, things));
  }

  /** A price is not pressed but what stands with it in its card. */
  private static Thing control(Thing best, List<Thing> rivals) {
    if (best.isPressable()) {
      return best;
    }
    for (var card = best.parent(); card != null; card = card.parent()) {
      var around = card;
      if (rivals.stream().filter(rival -> rival.isIn(around)).count() > 1) {
        break;
      }
      var controls = card.all().filter(t -> t.isPressable() && !t.isField()).toList();
      if (!controls.isEmpty()) {
        return controls.getLast();
      }
    }
    return best;
  }
}

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

  private static final Pattern WRITTEN =
      Pattern.compile("(?i)\\b(letter|digit|number|word|character|sign|symbol|name)s?\\b");
  private static final Pattern DRAWN =
      Pattern.compile(
          "(?i)\\b(?:drawn|written|printed|shown|painted|set|typed|displayed|letters|font|type|print|lettering)\\b");

  private Superlatives() {}

  static boolean speaksIn(String words) {
    return MOST.matcher(words).find() || LEAST.matcher(words).find();
  }

  static boolean isLeast(String words) {
    return LEAST.matcher(words).find();
  }

  static Optional<Thing> find(Target target, Sight now) {
    var words = target.words();
    var whole = words + " " + target.beside();
    if (target.quoted() || !speaksIn(whole)) {
      return Optional.empty();
    }
    var written = written(target.kind() + " " + whole, now);
    if (written.size() > 1) {
      return extreme(written, thing -> thing.paint().size(), whole)
          .map(best -> target.kind().equals("button") ? button(best, now) : best);
    }
    if (!speaksIn(words)) {
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

  /** "The letter that is drawn smallest": letters, words or digits shown in several sizes. */
  private static List<Thing> written(String words, Sight now) {
    var asked = WRITTEN.matcher(words);
    if (!asked.find() || !DRAWN.matcher(words).find()) {
      return List.of();
    }
    var kind = asked.group(1).toLowerCase(java.util.Locale.ROOT);
    var form =
        switch (kind) {
          case "letter" -> "\\p{L}";
          case "digit" -> "\\d";
          case "number" -> "-?\\d+";
          default -> "\\S+";
        };
    var shown =
        now.matching(t -> t.isLeaf() && !t.isField() && !t.role().equals("button"))
            .filter(t -> t.text().matches(form))
            .toList();
    return shown.stream().mapToDouble(t -> t.paint().size()).distinct().count() > 1
        ? shown
        : List.of();
  }

  private static Thing button(Thing named, Sight now) {
    return now.matching(t -> t.role().equals("button") && Texts.same(t.label(), named.text()))
        .findFirst()
        .orElse(named);
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

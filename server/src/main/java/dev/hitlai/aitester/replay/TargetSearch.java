package dev.hitlai.aitester.replay;

import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.page.Scene;
import dev.hitlai.aitester.report.RunDocument.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds a recorded target on a page: the one at its selector if it still is of the same kind, else
 * the one of the same role and name.
 */
final class TargetSearch {
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private TargetSearch() {}

  /**
   * @param difference how it differs from the recorded one, empty when it doesn't
   */
  record Found(Element element, String difference) {}

  static Optional<Found> find(PageView page, Target target) {
    var atPlace =
        page.elements().stream()
            .filter(element -> element.frame() == target.frame())
            .filter(element -> element.selector().equals(target.selector()))
            .filter(element -> element.role().equals(target.role()))
            .toList();
    return atPlace.stream()
        .filter(element -> isCalled(element, target))
        .findFirst()
        .map(element -> new Found(element, ""))
        .or(() -> byName(page, target))
        .or(() -> renamed(atPlace, target))
        .or(() -> drawn(page, target));
  }

  private static boolean isCalled(Element element, Target target) {
    return plain(element.label()).equals(plain(target.label()))
        || !target.name().isBlank() && plain(element.name()).equals(plain(target.name()));
  }

  /** A basket's "Basket (2)" is the same link as "Basket (0)". */
  private static String plain(String label) {
    return DIGITS.matcher(label.strip()).replaceAll("0");
  }

  private static Optional<Found> byName(PageView page, Target target) {
    return page.elements().stream()
        .filter(element -> element.role().equals(target.role()) && isCalled(element, target))
        .filter(element -> element.look().visible())
        .min(Comparator.comparingInt(element -> strangeness(element, target)))
        .map(element -> new Found(element, "found by its name: it was at " + target.selector()));
  }

  /** How much stands around it that was not there; the first one wins among equals. */
  private static int strangeness(Element element, Target target) {
    return (element.context().group().equals(target.group()) ? 0 : 2)
        + (element.context().heading().equals(target.heading()) ? 0 : 1);
  }

  private static Optional<Found> renamed(List<Element> atPlace, Target target) {
    return atPlace.size() == 1
        ? Optional.of(
            new Found(
                atPlace.getFirst(),
                "is called “" + atPlace.getFirst().label() + "”, was “" + target.label() + "”"))
        : Optional.empty();
  }

  /** What is no control, such as a coloured shape: it has a place and nothing else. */
  private static Optional<Found> drawn(PageView page, Target target) {
    return page.scene().nodes().stream()
        .filter(node -> node.selector().equals(target.selector()))
        .filter(node -> node.tag().equals(target.tag()) && node.role().equals(target.role()))
        .findFirst()
        .map(node -> new Found(asElement(node), ""));
  }

  private static Element asElement(Scene.Node node) {
    var paint = node.paint();
    return new Element(
        node.ref(),
        0,
        node.tag(),
        node.role(),
        node.name(),
        node.text(),
        node.selector(),
        node.box(),
        new Element.Look(
            true, true, false, paint.size(), 0, paint.color(), paint.fill(), false, false),
        new Element.State(
            node.disabled(), node.checked(), node.expanded(), node.selected(), false, false),
        new Element.Context("", "", ""),
        null,
        null,
        0,
        -1);
  }
}

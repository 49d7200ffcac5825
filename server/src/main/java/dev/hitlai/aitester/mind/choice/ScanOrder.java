package dev.hitlai.aitester.mind.choice;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.page.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The order in which a person's attention meets the options: what is in view first, group by group,
 * the nearest group next, and within a group its header before its contents. Linear and
 * screen-reader users follow the document.
 */
public final class ScanOrder {
  private ScanOrder() {}

  public static List<Element> of(List<Element> options, Persona persona) {
    var inDocumentOrder = new ArrayList<>(options);
    inDocumentOrder.sort(Comparator.comparingInt(Element::order));
    if (persona.usesScreenReader() || persona.keyboardOnly()) {
      return inDocumentOrder;
    }
    var inView = inDocumentOrder.stream().filter(e -> e.look().inViewport()).toList();
    var later = inDocumentOrder.stream().filter(e -> !e.look().inViewport()).toList();
    var scanned = new ArrayList<Element>();
    var linear =
        persona.navigation() == Persona.Navigation.LINEAR
            || persona.navigation() == Persona.Navigation.THUMB;
    scanned.addAll(linear ? inView : nearestFirst(inView));
    scanned.addAll(later);
    return scanned;
  }

  /** Groups in order of distance from where the eyes are, which move on to the group's end. */
  private static List<Element> nearestFirst(List<Element> elements) {
    var groups = new LinkedHashMap<String, List<Element>>();
    for (var element : elements) {
      var key = element.context().landmark() + "|" + element.context().group();
      groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(element);
    }
    var left = new ArrayList<>(groups.values());
    var scanned = new ArrayList<Element>();
    double x = 0;
    double y = 0;
    while (!left.isEmpty()) {
      var nearest = nearest(left, x, y);
      left.remove(nearest);
      scanned.addAll(nearest);
      x = nearest.getLast().box().centerX();
      y = nearest.getLast().box().centerY();
    }
    return scanned;
  }

  private static List<Element> nearest(List<List<Element>> groups, double x, double y) {
    var best = groups.getFirst();
    for (var group : groups) {
      if (distance(group.getFirst(), x, y) < distance(best.getFirst(), x, y)) {
        best = group;
      }
    }
    return best;
  }

  private static double distance(Element element, double x, double y) {
    return Math.hypot(element.box().centerX() - x, element.box().centerY() - y);
  }
}

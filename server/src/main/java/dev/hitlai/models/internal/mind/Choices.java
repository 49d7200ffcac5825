package dev.hitlai.models.internal.mind;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.mind.Decision;
import dev.hitlai.aitester.mind.scent.Words;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a page offers to this persona, the most telling part of it: at most forty things that can be
 * pressed, in the page's order. What the simulated user looked at is always among them.
 */
final class Choices {
  private static final int MOST = 40;

  /** Words in common say much more than where something stands. */
  private static final double WORDS = 4;

  private static final Set<String> PRESSABLE =
      Set.of("link", "button", "tab", "menuitem", "treeitem", "disclosure", "summary");

  /** Left to people, whatever a model says. */
  private static final Pattern HARMFUL =
      Pattern.compile(
          "\\b(?:delete|erase|deactivate|close (?:my |your )?account|donate|(?:log|sign)"
              + " ?-?out)\\b");

  private final List<Element> elements;

  private Choices(List<Element> elements) {
    this.elements = elements;
  }

  /**
   * @param words of mission and goal
   * @param worn what was tried without effect
   */
  static Choices of(
      PageView page, Persona persona, String words, Decision habit, Predicate<Element> worn) {
    var looked = new HashSet<String>();
    habit.considered().forEach(option -> looked.add(option.selector()));
    var wanted = new HashSet<>(Words.plain(words));
    var seen = new HashSet<String>();
    var best =
        page.elements().stream()
            .filter(element -> isFor(persona, element) && !worn.test(element))
            .filter(element -> seen.add(key(element)))
            .map(element -> new Weighed(element, weight(element, wanted, looked)))
            .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
            .limit(MOST)
            .map(Weighed::element)
            .sorted(Comparator.comparingInt(Element::order))
            .toList();
    return new Choices(best);
  }

  private record Weighed(Element element, double weight) {}

  private static double weight(Element element, Set<String> wanted, Set<String> looked) {
    double weight = looked.contains(element.selector()) ? 100 : 0;
    var words = Words.plain(element.label() + " " + element.name());
    if (!words.isEmpty()) {
      weight += WORDS * words.stream().filter(wanted::contains).count() / words.size();
    }
    var around = Words.plain(element.context().group() + " " + element.context().heading());
    weight += around.stream().anyMatch(wanted::contains) ? 1 : 0;
    weight += element.look().inViewport() ? 1 : 0;
    return switch (element.context().landmark()) {
      case "navigation", "main", "search" -> weight + 0.5;
      case "contentinfo" -> weight - 0.2;
      default -> weight;
    };
  }

  private static boolean isFor(Persona persona, Element element) {
    return element.usable()
        && PRESSABLE.contains(element.role())
        && !element.label().isBlank()
        && !(persona.usesScreenReader() && element.name().isBlank())
        && !(persona.keyboardOnly() && element.tabOrder() < 0)
        && !(persona.touch() && element.look().hoverOnly())
        && !HARMFUL.matcher(element.label().toLowerCase(Locale.ROOT)).find()
        && (element.link() == null || !element.link().external() && !element.link().download());
  }

  private static String key(Element element) {
    return element.role()
        + plain(element.label())
        + (element.link() == null ? element.selector() : element.link().href());
  }

  int size() {
    return elements.size();
  }

  /** By its number in {@link #lines}, from 1. */
  Optional<Element> number(int number) {
    return number >= 1 && number <= elements.size()
        ? Optional.of(elements.get(number - 1))
        : Optional.empty();
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < elements.size(); i++) {
      var element = elements.get(i);
      var where =
          element.context().group().isBlank()
              ? element.context().heading()
              : element.context().group();
      lines.add(
          "%d %s \"%s\"%s%s"
              .formatted(
                  i + 1,
                  element.role(),
                  cut(element.label(), 60),
                  element.context().landmark().isBlank()
                      ? ""
                      : " in " + element.context().landmark(),
                  where.isBlank() || where.equals(element.label())
                      ? ""
                      : ", by \"" + cut(where, 40) + "\""));
    }
    return lines;
  }

  /** The one that a person would take for the same, also when the page was built anew. */
  Optional<Element> like(String role, String label) {
    return first(e -> e.role().equals(role) && plain(e.label()).equals(plain(label)))
        .or(() -> first(e -> plain(e.label()).equals(plain(label))))
        .or(() -> first(e -> alike(e.label(), label)));
  }

  private Optional<Element> first(Predicate<Element> wanted) {
    return elements.stream().filter(wanted).findFirst();
  }

  private static boolean alike(String one, String other) {
    var left = new HashSet<>(Words.plain(one));
    var right = new HashSet<>(Words.plain(other));
    var both = new HashSet<>(left);
    both.retainAll(right);
    left.addAll(right);
    return !left.isEmpty() && both.size() >= 0.6 * left.size();
  }

  /** Without case, spaces and numbers, which change by themselves. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\d+", "#").replaceAll("\\s+", " ").strip();
  }

  static String cut(String text, int most) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= most ? line : line.substring(0, most - 1) + "…";
  }
}

package dev.hitlai.testing.internal.people;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the findings of the AI that a person found, too: by place (page and element) and by
 * meaning. Words in common are no evidence: two people name the same thing differently, and two
 * problems of one button share all their words.
 *
 * <p>How alike two descriptions have to be depends on how much the place says. The thresholds are
 * cosines of the embeddings; a test with pairs of descriptions holds them.
 */
final class FindingMatcher {
  /** On the same element, it is enough that the texts are about something related. */
  static final double SAME_ELEMENT = 0.62;

  static final double SAME_PAGE = 0.70;

  /** Without a page, the text alone has to tell. */
  static final double UNKNOWN_PAGE = 0.80;

  private final ToDoubleBiFunction<String, String> likeness;

  /**
   * @param likeness of the meanings of two texts, -1 to 1
   */
  FindingMatcher(ToDoubleBiFunction<String, String> likeness) {
    this.likeness = likeness;
  }

  /**
   * A finding as far as matching is concerned.
   *
   * @param pages addresses where it shows; empty when unknown
   * @param selectors of the elements; empty when unknown
   */
  record Described(String title, String description, Set<String> pages, Set<String> selectors) {
    static Described of(
        String title, String description, List<String> urls, List<String> selectors) {
      var pages = new HashSet<String>();
      urls.stream().map(FindingMatcher::page).filter(page -> !page.isEmpty()).forEach(pages::add);
      var elements = new HashSet<String>();
      selectors.stream()
          .map(FindingMatcher::element)
          .filter(element -> !element.isEmpty())
          .forEach(elements::add);
      return new Described(title, description, pages, elements);
    }
  }

  private record Pair(int own, int other, double surplus) {}

  /** For each own finding that has one the index of the other; each is given away once. */
  Map<Integer, Integer> match(List<Described> own, List<Described> others) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < own.size(); i++) {
      for (int j = 0; j < others.size(); j++) {
        double surplus = surplus(own.get(i), others.get(j));
        if (surplus >= 0) {
          pairs.add(new Pair(i, j, surplus));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::surplus)
            .reversed()
            .thenComparingInt(Pair::own)
            .thenComparingInt(Pair::other));
    var taken = new HashSet<Integer>();
    var matches = new HashMap<Integer, Integer>();
    for (Pair pair : pairs) {
      if (!matches.containsKey(pair.own()) && taken.add(pair.other())) {
        matches.put(pair.own(), pair.other());
      }
    }
    return matches;
  }

  /** By how much the meanings are more alike than the place asks for; negative: not the same. */
  private double surplus(Described one, Described other) {
    Double needed = needed(one, other);
    if (needed == null) {
      return -1;
    }
    double titles = likeness.applyAsDouble(one.title(), other.title());
    double texts = likeness.applyAsDouble(text(one), text(other));
    return Math.max(titles, texts) - needed;
  }

  private static @Nullable Double needed(Described one, Described other) {
    boolean placed = !one.pages().isEmpty() && !other.pages().isEmpty();
    if (placed && one.pages().stream().noneMatch(other.pages()::contains)) {
      return null;
    }
    if (one.selectors().stream().anyMatch(other.selectors()::contains)) {
      return SAME_ELEMENT;
    }
    return placed ? SAME_PAGE : UNKNOWN_PAGE;
  }

  private static String text(Described finding) {
    return finding.title() + ". " + finding.description();
  }

  /** Host and path: a query or an anchor rarely makes another page. */
  static String page(String url) {
    try {
      var uri = URI.create(url.strip());
      String host = uri.getAuthority() == null ? "" : uri.getAuthority().toLowerCase(Locale.ROOT);
      String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
      return host + path;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** A selector without the differences that don't make another element. */
  static String element(String selector) {
    return selector.strip().replaceAll("\\s*>\\s*", ">").replaceAll("\\s+", " ");
  }
}

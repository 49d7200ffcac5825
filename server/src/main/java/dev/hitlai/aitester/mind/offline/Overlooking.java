package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.mind.Decision.Observation;
import dev.hitlai.aitester.mind.Decision.Observation.Kind;
import dev.hitlai.aitester.mind.Decision.Option;
import dev.hitlai.aitester.mind.scent.Eyes.Trouble;
import dev.hitlai.aitester.mind.scent.Similarity;
import dev.hitlai.aitester.page.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notes what would have served the goal and this person can't find or use. */
final class Overlooking {
  private static final double SERVES = 0.6;

  private final Similarity similarity;
  private final Set<String> noted = new HashSet<>();

  Overlooking(Similarity similarity) {
    this.similarity = similarity;
  }

  List<Observation> notice(Situation now, String query) {
    if (query.isBlank() || !noted.add(now.key() + "|" + query)) {
      return List.of();
    }
    var result = new ArrayList<Observation>();
    for (var element : now.page().elements()) {
      var trouble = now.eyes().trouble(element);
      if (trouble != Trouble.NONE && trouble != Trouble.NOT_SHOWN && trouble != Trouble.COVERED) {
        observe(element, trouble, query, result);
      }
    }
    return result;
  }

  private void observe(Element element, Trouble trouble, String query, List<Observation> result) {
    var words = words(element);
    var serves = similarity.of(query, words);
    if (serves < SERVES) {
      return;
    }
    var option = List.of(new Option(words, element.selector(), Math.min(1, serves)));
    result.add(new Observation(kind(trouble), sentence(trouble, words), option));
  }

  /** What the element is about even if it doesn't say so: its words, else where it leads. */
  private static String words(Element element) {
    if (!element.text().isBlank() || !element.name().isBlank()) {
      return element.label();
    }
    var link = element.link();
    return link == null
        ? ""
        : link.href().replaceFirst("^\\w+://[^/]*", "").replaceAll("[^\\p{L}]+", " ").strip();
  }

  private static Kind kind(Trouble trouble) {
    return switch (trouble) {
      case NAMELESS -> Kind.NAMELESS;
      case OUT_OF_KEYBOARD_REACH -> Kind.UNREACHABLE_BY_KEYBOARD;
      case FAINT, ICON_WITHOUT_WORDS, ONLY_ON_HOVER, COVERED, NOT_SHOWN, NONE -> Kind.OVERLOOKED;
    };
  }

  private static String sentence(Trouble trouble, String words) {
    var why =
        switch (trouble) {
          case NAMELESS -> "has no name that a screen reader could say";
          case OUT_OF_KEYBOARD_REACH -> "can't be reached with the keyboard";
          case FAINT -> "is too faint for these eyes";
          case ICON_WITHOUT_WORDS -> "is an icon without words";
          case ONLY_ON_HOVER -> "shows only on hover";
          case COVERED, NOT_SHOWN, NONE -> "does not show";
        };
    return "\"" + words + "\" would help and " + why;
  }
}

package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.Persona.TechLiteracy;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.form.FieldMeaning;
import dev.hitlai.aitester.page.Element;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Uses a site's own search: type the words, then send them. */
final class SearchBox {
  private static final Pattern OPENER = Pattern.compile("(?i)^\\W*(?:open )?search\\b.{0,20}$");
  private static final Pattern SUBMIT =
      Pattern.compile("(?i)^\\W*(?:search|go|find|submit)\\b.{0,15}$");
  private static final Pattern NOTHING_FOUND =
      Pattern.compile(
          "(?i)\\bno (?:results|products|matches|items|hits)\\b|\\b0"
              + " (?:results|products|items)\\b|\\bnothing (?:was )?found\\b|\\b(?:couldn.t|could"
              + " not|did not|didn.t) find\\b");

  private static final Pattern RESULTS = Pattern.compile("\\b(?:search|results?)\\b");

  private @Nullable String typedInto;

  /**
   * Types, then submits on the next call; empty when there is no search or the words were tried.
   */
  Optional<Move> search(Situation now, String words) {
    var field = field(now);
    if (typedInto != null) {
      typedInto = null;
      return Optional.of(submit(now, field));
    }
    if (words.isBlank() || now.memory().hasSearched(words)) {
      return Optional.empty();
    }
    if (field.isEmpty()) {
      return opener(now);
    }
    now.memory().search(words);
    typedInto = field.get().selector();
    return Optional.of(
        Move.of(new Action.Type(field.get(), words), "the search may know where it is", 0.6));
  }

  boolean isTyped() {
    return typedInto != null;
  }

  static Optional<Element> field(Situation now) {
    return now.usable().stream()
        .filter(element -> element.field() != null && !element.state().readOnly())
        .filter(element -> !element.role().equals("button") && isText(element))
        .filter(
            element ->
                element.role().equals("searchbox")
                    || FieldMeaning.of(element) == FieldMeaning.SEARCH)
        .findFirst();
  }

  private static boolean isText(Element element) {
    var field = element.field();
    return field != null
        && switch (field.type()) {
          case "text", "search", "combobox", "" -> true;
          default -> false;
        };
  }

  private static Optional<Move> opener(Situation now) {
    return now.called(OPENER, element -> !now.memory().hasChosen(now.key(), element))
        .map(button -> Move.click(button, "the search is behind it", 0.5));
  }

  /** People who know keyboards press Enter; others look for a button. */
  private static Move submit(Situation now, Optional<Element> field) {
    if (now.persona().techLiteracy() == TechLiteracy.LOW && field.isPresent()) {
      var button = now.called(SUBMIT, e -> e.role().equals("button") && near(e, field.get()));
      if (button.isPresent()) {
        return Move.click(button.get(), "send the search", 0.9);
      }
    }
    return Move.of(new Action.Press("Enter"), "send the search", 0.9);
  }

  private static boolean near(Element button, Element field) {
    return Math.abs(button.box().centerY() - field.box().centerY()) < 100;
  }

  /** A heading that repeats the words, or speaks of results. */
  static boolean isResultPage(Situation now, String words) {
    var heading =
        (PageReading.mainHeading(now.page()) + " " + now.page().title()).toLowerCase(Locale.ROOT);
    return heading.contains(words.toLowerCase(Locale.ROOT))
            && heading.length() > words.length() * 2 + 3
        || RESULTS.matcher(heading).find();
  }

  static boolean foundNothing(Situation now) {
    return NOTHING_FOUND.matcher(now.text()).find();
  }
}

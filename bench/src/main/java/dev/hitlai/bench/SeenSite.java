package dev.hitlai.bench;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a site showed after each sequence of actions, begun in a fresh session each time. The same
 * actions lead to the same page, so what one simulated person has done need not be done again in
 * the browser for the next. Made-up data of the same shape counts as the same; words of the mission
 * are not made up.
 */
final class SeenSite {

  /**
   * @param outcome of the action that led here
   * @param view what is seen then
   */
  record Place(Outcome outcome, PageView view, Map<String, Place> next) {
    static Place of(Outcome outcome, PageView view) {
      return new Place(outcome, view, new ConcurrentSkipListMap<>());
    }

    Place {
      next = new ConcurrentSkipListMap<>(next);
    }

    int size() {
      return 1 + next.values().stream().mapToInt(Place::size).sum();
    }
  }

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d+");

  private SeenSite() {}

  static Place read(Path file) {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return JSON.readValue(in, Place.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Place start, Path file) {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      JSON.writeValue(out, start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells actions on a mission apart as far as the site can. */
  static String key(Action action, String mission) {
    return switch (action) {
      case Action.Click click -> "click " + key(click.target());
      case Action.Type type -> "type " + key(type.target()) + " " + shape(type.text(), mission);
      case Action.Select select -> "select " + key(select.target()) + " " + select.option();
      case Action.Check check -> "check " + key(check.target()) + " " + check.checked();
      case Action.Hover hover -> "hover " + key(hover.target());
      case Action.Keys keys -> "keys " + key(keys.target()) + " " + keys.key() + keys.times();
      case Action.Drag drag -> "drag " + key(drag.source()) + " " + key(drag.target());
      case Action.Mark mark -> "mark " + key(mark.target()) + " " + mark.passage();
      case Action.Gesture gesture ->
          "%s %.2f %.2f %s"
              .formatted(gesture.kind(), gesture.across(), gesture.down(), key(gesture.target()));
      case Action.Press press -> "press " + press.key();
      case Action.Scroll scroll -> "scroll " + scroll.pixels();
      case Action.Open open -> "open " + open.address().getPath();
      case Action.Back _, Action.Await _, Action.Finish _, Action.GiveUp _ -> action.describe();
    };
  }

  private static String key(Element element) {
    return element.ref() + " " + element.selector();
  }

  private static String shape(String text, String mission) {
    var given =
        WORD.matcher(mission.toLowerCase(Locale.ROOT))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .replaceAll(word -> given.contains(word.group()) ? word.group() : shape(word.group()));
  }

  private static String shape(String word) {
    return Character.isDigit(word.charAt(0)) ? "9" : "a";
  }
}

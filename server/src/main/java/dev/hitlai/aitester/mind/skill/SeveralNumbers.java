package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * "Set the sliders to 6, 5 and 2 from top to bottom", "all three dials to 4": one after another.
 */
final class SeveralNumbers {
  private static final Pattern WIDGETS =
      Pattern.compile(
          "(?i)\\b(?:sliders|spinners|steppers|knobs|dials|ranges|numbers|number"
              + " (?:fields|inputs|boxes)|(?:each|every)"
              + " (?:slider|spinner|stepper|knob|dial|range))\\b");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.:/-])-?\\d+(?:\\.\\d+)?(?![\\w:/]|\\.\\d)");
  private static final Pattern BACKWARDS =
      Pattern.compile("(?i)\\bfrom (?:the )?(?:bottom|right|last)\\b|\\bin reverse\\b");
  private static final Pattern EVERY = Pattern.compile("(?i)\\b(?:all|each|every|both)\\b");

  private SeveralNumbers() {}

  /** A job for each number, empty when the words don't speak of several widgets in their order. */
  static List<Job> jobs(String clause, Sight now) {
    if (!WIDGETS.matcher(clause).find()) {
      return List.of();
    }
    var numbers =
        NUMBER.matcher(clause).results().map(MatchResult::group).map(Double::parseDouble).toList();
    var widgets = new ArrayList<>(NumberWidget.all(now));
    if (BACKWARDS.matcher(clause).find()) {
      Collections.reverse(widgets);
    }
    boolean same = numbers.size() == 1 && EVERY.matcher(clause).find();
    if (widgets.size() < 2 || !same && numbers.size() != widgets.size()) {
      return List.of();
    }
    var jobs = new ArrayList<Job>();
    for (int i = 0; i < widgets.size(); i++) {
      jobs.add(new SetNumberJob(numbers.get(same ? 0 : i), widgets.get(i).node().ref()));
    }
    return jobs;
  }

  /** For one that is told by its place: "the second slider". */
  static Optional<Thing> nth(String words, Sight now) {
    var ordinal = Texts.ordinal(words);
    var widgets = NumberWidget.all(now);
    if (ordinal.isEmpty() || widgets.size() < 2) {
      return Optional.empty();
    }
    int index = ordinal.getAsInt() < 0 ? widgets.size() - 1 : ordinal.getAsInt() - 1;
    return index < widgets.size() ? Optional.of(widgets.get(index)) : Optional.empty();
  }
}

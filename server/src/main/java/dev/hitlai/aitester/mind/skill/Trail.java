package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.page.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was done so far and how the page looked before the last of it: to tell what nobody has seen
 * to yet, and what a press has brought about. Stateful, for one mission.
 */
final class Trail {
  private static final int LONGEST_ENTRY = 240;

  private final List<String> said = new ArrayList<>();
  private final Set<Integer> touched = new HashSet<>();
  private Set<Integer> before = Set.of();
  private List<String> linesBefore = List.of();
  private Set<String> labelsBefore = Set.of();
  private @Nullable Action last;

  void note(Action action, Sight now) {
    if (action instanceof Action.Await || action instanceof Action.Scroll) {
      return;
    }
    last = action;
    before = now.refs();
    linesBefore = now.lines();
    labelsBefore = now.things().stream().map(Thing::label).collect(Collectors.toSet());
    switch (action) {
      case Action.Type type -> say(type.target(), type.text());
      case Action.Select select -> say(select.target(), select.option());
      case Action.Check check -> say(check.target(), words(check.target(), now));
      case Action.Click click -> say(click.target(), words(click.target(), now));
      case Action.Drag drag -> {
        say(drag.source(), words(drag.source(), now));
        say(drag.target(), words(drag.target(), now));
      }
      case Action.Keys keys -> say(keys.target(), words(keys.target(), now));
      default -> {}
    }
  }

  private void say(Element target, String words) {
    touched.add(target.ref());
    said.add(words);
  }

  /** What it is called, and what stands in its row: that is how it was told from the others. */
  private static String words(Element target, Sight now) {
    return now.again(target.ref())
        .map(
            thing -> {
              var twins =
                  now.matching(t -> t != thing && t.tag().equals(thing.tag()))
                      .filter(t -> Texts.same(t.label(), thing.label()) || t.label().isBlank())
                      .toList();
              var part = thing;
              while (!twins.isEmpty() && part.parent() != null) {
                var wider = part.parent();
                if (twins.stream().anyMatch(t -> t.isIn(wider))
                    || Entry.wordsOf(wider).length() > LONGEST_ENTRY) {
                  break;
                }
                part = wider;
              }
              return target.label() + " " + Entry.wordsOf(part);
            })
        .orElse(target.label());
  }

  boolean isEmpty() {
    return last == null;
  }

  @Nullable Action last() {
    return last;
  }

  /** It was typed, chosen or pressed, or stands beside what was pressed. */
  boolean speaksOf(String text) {
    return said.stream().anyMatch(one -> Texts.contains(one, text));
  }

  boolean hasTouched(int ref) {
    return touched.contains(ref);
  }

  /** It came up with what was done last, and was not merely drawn anew. */
  boolean isNew(Thing thing, Sight now) {
    var dialog = now.dialog();
    return !before.contains(thing.node().ref())
        && (!labelsBefore.contains(thing.label()) || dialog != null && thing.isIn(dialog));
  }

  /** What is said since the last deed and was not before. */
  List<String> news(Sight now) {
    return now.lines().stream().filter(line -> !linesBefore.contains(line)).toList();
  }
}

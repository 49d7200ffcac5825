package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.mind.scent.Eyes;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A page as met by this person on this way. */
record Situation(PageView page, Persona persona, Eyes eyes, Memory memory) {

  String key() {
    return PageReading.key(page);
  }

  /** Elements that the persona can find and use, in document order. */
  List<Element> usable() {
    return page.elements().stream()
        .filter(eyes::canUse)
        .sorted(Comparator.comparingInt(Element::order))
        .toList();
  }

  /** What leads somewhere when pressed, and may be; sending a form is for those who filled it. */
  List<Element> pressable() {
    return usable().stream()
        .filter(Situation::isPressable)
        .filter(e -> !Caution.forbids(e) && !sendsForm(e))
        .toList();
  }

  private boolean sendsForm(Element element) {
    return element.link() == null
        && page.forms().stream()
            .anyMatch(f -> f.submit() == element.ref() && !f.fields().isEmpty());
  }

  /** Whether this person has become aware of an option that the eyes passed over. */
  boolean notices(Element option) {
    return eyes.notices(option, page.elements().size(), memory.looks());
  }

  static boolean isPressable(Element element) {
    return switch (element.role()) {
      case "link", "button", "tab", "menuitem", "treeitem", "disclosure", "summary" -> true;
      default -> element.tag().equals("summary");
    };
  }

  /** The first pressable whose words match, content before navigation; tried ones are left out. */
  Optional<Element> called(Pattern words) {
    return called(words, element -> true);
  }

  Optional<Element> called(Pattern words, Predicate<Element> condition) {
    var matching =
        usable().stream()
            .filter(Situation::isPressable)
            .filter(element -> words.matcher(eyes.words(element)).find())
            .filter(element -> !seemsDead(element))
            .filter(this::notices)
            .filter(condition)
            .toList();
    return matching.stream()
        .filter(element -> PageReading.isContent(element.context().landmark()))
        .findFirst()
        .or(() -> matching.stream().findFirst());
  }

  boolean seemsDead(Element element) {
    return memory.timesWithoutEffect(key(), new dev.hitlai.aitester.action.Action.Click(element))
        > 0;
  }

  String text() {
    return PageReading.wholeText(page);
  }
}

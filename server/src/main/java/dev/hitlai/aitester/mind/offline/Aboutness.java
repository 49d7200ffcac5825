package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.mind.goal.AnswerKind;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.mind.scent.Similarity;
import dev.hitlai.aitester.mind.scent.Words;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.Locale;
import java.util.Optional;

/** Whether a page is about what is looked for, or a passage on it answers the question. */
final class Aboutness {
  private static final double ABOUT = 0.62;
  private static final double PASSAGE_WORDS = 0.75;
  private static final double PASSAGE_MEANING = 0.55;
  private static final int SHORTEST_ANSWER = 12;

  private final Similarity similarity;

  Aboutness(Similarity similarity) {
    this.similarity = similarity;
  }

  /** How much heading, title and address say that the page is about the target, 0 to 1. */
  double of(String target, PageView page) {
    var heading = similarity.of(target, PageReading.mainHeading(page));
    var title = 0.95 * similarity.of(target, PageReading.ownTitle(page));
    var address = 0.8 * Words.coverage(target, PageReading.addressWords(page));
    return Math.max(heading, Math.max(title, address));
  }

  /** The evidence that the goal's information is here, one sentence. */
  Optional<String> evidence(Goal goal, PageView page, boolean isStart) {
    if (!namesOnPage(goal, page) || !quotedOnPage(goal, page)) {
      return Optional.empty();
    }
    var passage = passage(goal, page);
    if (passage.isPresent()) {
      return passage.map(text -> "the page says \"" + shortened(text) + "\"");
    }
    var needsAnswer = goal.answer() != AnswerKind.ANYTHING;
    if (isStart
        || of(goal.target(), page) < ABOUT
        || needsAnswer && !answeredSomewhere(goal, page)) {
      return Optional.empty();
    }
    var name =
        PageReading.mainHeading(page).isBlank() ? page.title() : PageReading.mainHeading(page);
    return Optional.of("reached the page \"" + name + "\"");
  }

  private static boolean answeredSomewhere(Goal goal, PageView page) {
    return PageReading.content(page).stream()
        .anyMatch(block -> goal.answer().answeredBy(block.text()));
  }

  private Optional<String> passage(Goal goal, PageView page) {
    return PageReading.content(page).stream()
        .map(PageView.TextBlock::text)
        .filter(text -> text.length() >= SHORTEST_ANSWER && !text.strip().endsWith("?"))
        .filter(text -> goal.answer().answeredBy(text))
        .filter(text -> !isLabel(text, page))
        .filter(text -> answers(goal, text))
        .findFirst();
  }

  private boolean answers(Goal goal, String text) {
    var words = Words.coverage(goal.target(), text);
    if (goal.answer() == AnswerKind.ANYTHING && text.split("\\s+").length < 6) {
      return false;
    }
    return words >= PASSAGE_WORDS && similarity.of(goal.target(), text) >= PASSAGE_MEANING;
  }

  private static boolean isLabel(String text, PageView page) {
    return page.elements().stream().map(Element::label).anyMatch(text::equalsIgnoreCase);
  }

  private static boolean namesOnPage(Goal goal, PageView page) {
    var text = PageReading.wholeText(page).toLowerCase(Locale.ROOT);
    return goal.names().stream().allMatch(name -> text.contains(name.toLowerCase(Locale.ROOT)));
  }

  private static boolean quotedOnPage(Goal goal, PageView page) {
    var text = PageReading.wholeText(page).toLowerCase(Locale.ROOT);
    return goal.quoted().stream().allMatch(value -> text.contains(value.toLowerCase(Locale.ROOT)));
  }

  private static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 97) + "...";
  }
}

package dev.hitlai.aitester.mind.goal;

import java.util.List;
import java.util.Map;

/**
 * A part of the mission that can be reached on its own.
 *
 * @param text the words of the mission that ask for it
 * @param target what it is about, without verbs and conditions: what scent is followed
 * @param names proper names in it: what a page about it has to mention
 * @param quoted values in quotation marks, in order: to be typed or looked for as they are
 * @param data values to type, by the lower-case name of the field they belong to
 * @param implied whether the mission doesn't say it but can't do without it
 * @param wholeOrder whether the mission asks for the order to be placed; else a purchase ends at
 *     the payment step
 */
public record Goal(
    Intent intent,
    String text,
    String target,
    List<String> names,
    List<String> quoted,
    Map<String, String> data,
    Wishes wishes,
    AnswerKind answer,
    boolean implied,
    boolean wholeOrder) {

  public Goal {
    names = List.copyOf(names);
    quoted = List.copyOf(quoted);
    data = Map.copyOf(data);
  }

  /** A mission that says what to do, word for word. */
  public static Goal following(String mission) {
    return new Goal(
        Intent.FOLLOW,
        mission,
        mission,
        List.of(),
        List.of(),
        Map.of(),
        Wishes.NONE,
        AnswerKind.ANYTHING,
        false,
        false);
  }

  Goal about(String otherTarget) {
    return new Goal(
        intent, text, otherTarget, names, quoted, data, wishes, answer, implied, wholeOrder);
  }

  Goal as(Intent other) {
    return new Goal(other, text, target, names, quoted, data, wishes, answer, implied, wholeOrder);
  }

  Goal impliedAs(Intent other) {
    return new Goal(other, text, target, names, quoted, data, wishes, answer, true, wholeOrder);
  }

  Goal withData(Map<String, String> allData, boolean order) {
    return new Goal(intent, text, target, names, quoted, allData, wishes, answer, implied, order);
  }

  /** One line for people, e.g. {@code put into the cart: rain jacket}. */
  public String describe() {
    return implied || target.isBlank()
        ? intent.phrase() + (target.isBlank() ? "" : ": " + target)
        : text;
  }
}

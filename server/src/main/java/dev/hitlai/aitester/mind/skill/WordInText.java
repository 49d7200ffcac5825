package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** "The 4th word in the paragraph". */
final class WordInText implements Values.Answer {
  private static final Pattern WORD =
      Pattern.compile(
          "(?i)\\bwords?\\b.*\\b(?:in|of|from)\\b.*\\b(?:paragraph|text|sentence|line|passage)\\b|\\b(?:\\d+(?:st|nd|rd|th)|first|second|third|last)"
              + " word\\b");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    var ordinal = Texts.ordinal(phrase);
    if (!WORD.matcher(phrase).find() || ordinal.isEmpty()) {
      return Optional.empty();
    }
    return now.matching(t -> t.isLeaf() || t.tag().equals("p"))
        .map(t -> t.isField() ? t.value() : t.text())
        .filter(text -> text.split("\\s+").length > 2)
        .max(Comparator.comparingInt(String::length))
        .map(text -> word(text.strip().split("\\s+"), ordinal.getAsInt()))
        .filter(word -> !word.isEmpty());
  }

  private static String word(String[] words, int ordinal) {
    int index = ordinal < 0 ? words.length - 1 : ordinal - 1;
    return index < words.length ? words[index].replaceAll("^[\\p{Punct}]+|[\\p{Punct}]+$", "") : "";
  }
}

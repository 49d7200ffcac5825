package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "The text area", "the second field", "the box at the bottom": told by kind and by place. */
final class FieldPlaces {
  private static final Pattern AREA =
      Pattern.compile(
          "(?i)\\b(?:text ?area|large (?:field|box)|multi-?line (?:field|box)|editor)\\b");
  private static final Pattern LINE =
      Pattern.compile(
          "(?i)\\b(?:text ?(?:field|box|input)|input(?: field| box)?|field|box|line)\\b");
  private static final Pattern OTHER = Pattern.compile("(?i)\\b(?:other|empty|blank|free)\\b");

  private FieldPlaces() {}

  /** The one meant, empty when the words leave it open. */
  static Optional<Thing> find(String words, Sight now) {
    boolean area = AREA.matcher(words).find();
    if (!area && !LINE.matcher(words).find()) {
      return Optional.empty();
    }
    var texts = now.fields().stream().filter(FieldPlaces::holdsText).toList();
    var long1 = texts.stream().filter(f -> !f.tag().equals("input")).toList();
    var short1 = texts.stream().filter(f -> f.tag().equals("input")).toList();
    var ofKind = area ? long1 : short1;
    var fields = ofKind.isEmpty() ? texts : ofKind;
    return placed(words, fields)
        .or(() -> placed(words, texts))
        .or(
            () ->
                OTHER.matcher(words).find()
                    ? texts.stream().filter(f -> f.value().isBlank()).findFirst()
                    : Optional.empty())
        .or(() -> fields.size() == 1 ? Optional.of(fields.getFirst()) : Optional.empty());
  }

  private static boolean holdsText(Thing field) {
    return field.takesText() || field.tag().equals("textarea") || field.type().equals("text");
  }

  private static Optional<Thing> placed(String words, List<Thing> fields) {
    var ordinal = Texts.ordinal(words);
    if (ordinal.isPresent()) {
      int index = ordinal.getAsInt() < 0 ? fields.size() - 1 : ordinal.getAsInt() - 1;
      return index < fields.size() ? Optional.of(fields.get(index)) : Optional.empty();
    }
    if (fields.size() < 2) {
      return Optional.empty();
    }
    var down = Comparator.comparingDouble(Thing::centerY);
    var right = Comparator.comparingDouble(Thing::centerX);
    if (words.matches("(?i).*\\b(?:top|upper(?:most)?)\\b.*")) {
      return fields.stream().min(down);
    }
    if (words.matches("(?i).*\\b(?:bottom|lower(?:most)?|below|beneath|under it)\\b.*")) {
      return fields.stream().max(down);
    }
    if (words.matches("(?i).*\\bleft(?:most)?\\b.*")) {
      return fields.stream().min(right);
    }
    return words.matches("(?i).*\\bright(?:most)?\\b.*")
        ? fields.stream().max(right)
        : Optional.empty();
  }
}

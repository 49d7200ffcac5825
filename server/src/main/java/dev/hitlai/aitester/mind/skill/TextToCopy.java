package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/** "The text in the 2nd text area": what stands in a field or passage and is to be copied. */
final class TextToCopy implements Values.Answer {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:the )?(?:text|content|contents|words?)(?: (?:in|of|from|inside|that is in)\\b.*|"
              + " below| above| shown.*)?$");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    if (!ASKED.matcher(phrase.strip()).matches()
        || phrase.matches(".*Q\\d.*") && !phrase.contains(" in ")) {
      return Optional.empty();
    }
    var filled =
        now.fields().stream()
            .filter(f -> f.takesText() || f.tag().equals("textarea"))
            .filter(f -> !f.value().isBlank())
            .toList();
    int ordinal = Texts.ordinal(phrase).orElse(1);
    int index = ordinal < 0 ? filled.size() - 1 : ordinal - 1;
    if (index >= 0 && index < filled.size()) {
      return Optional.of(filled.get(index).value());
    }
    return now.matching(
            t ->
                !t.isField()
                    && (t.tag().equals("p")
                        || t.tag().equals("code")
                        || t.tag().equals("pre")
                        || t.tag().equals("blockquote")))
        .map(Thing::text)
        .filter(text -> !text.isBlank())
        .findFirst()
        .or(
            () ->
                now.matching(
                        t ->
                            t.hasWords()
                                && t.all().noneMatch(c -> c.isField() || c.role().equals("button"))
                                && t.text().length() < 200)
                    .findFirst()
                    .map(Thing::text));
  }
}

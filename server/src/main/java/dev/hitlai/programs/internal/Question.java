package dev.hitlai.programs.internal;

import dev.hitlai.web.view.Option;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an application asks.
 *
 * @param name of the field in forms and in the API
 * @param step of the form on which it is asked, from 1
 * @param longest characters of the answer
 * @param options of a choice; programs may answer otherwise
 * @param autocomplete as browsers fill it in; null when they can't know it
 */
public record Question(
    String name,
    String label,
    Kind kind,
    int step,
    boolean optional,
    int longest,
    List<Option> options,
    @Nullable String hint,
    @Nullable String autocomplete) {

  /** What an answer looks like. */
  public enum Kind {
    TEXT,
    EMAIL,
    PHONE,
    ADDRESS,
    LONG,
    CHOICE,
    TIER,
    LIST,
    NUMBER
  }

  static Question text(int step, String name, String label, @Nullable String autocomplete) {
    return new Question(name, label, Kind.TEXT, step, false, 200, List.of(), null, autocomplete);
  }

  static Question of(Kind kind, int step, String name, String label) {
    int longest = kind == Kind.LONG ? 4000 : kind == Kind.EMAIL ? 254 : 300;
    return new Question(name, label, kind, step, false, longest, List.of(), null, null);
  }

  static Question choice(int step, String name, String label, List<Option> options) {
    return new Question(name, label, Kind.CHOICE, step, false, 100, options, null, null);
  }

  Question maybe() {
    return new Question(name, label, kind, step, true, longest, options, hint, autocomplete);
  }

  Question hint(String text) {
    return new Question(name, label, kind, step, optional, longest, options, text, autocomplete);
  }

  Question filledInAs(String word) {
    return new Question(name, label, kind, step, optional, longest, options, hint, word);
  }

  /** Of the table: {@code company_name} for {@code companyName}. */
  String column() {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** An answer as it was chosen. */
  public String shown(String answer) {
    return options.stream()
        .filter(option -> option.value().equals(answer))
        .map(Option::label)
        .findFirst()
        .orElse(answer);
  }

  /** What is wrong with the answer, to be read after the question's name; null when nothing is. */
  @Nullable String problem(Answers answers, List<String> tiers) {
    String answer = answers.text(name);
    if (answer.isEmpty()) {
      return optional ? null : "is missing";
    }
    if (answer.length() > longest) {
      return "must have at most %,d characters".formatted(longest);
    }
    return switch (kind) {
      case EMAIL ->
          answer.matches("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+")
              ? null
              : "must be an e-mail address";
      case PHONE -> answer.matches("[+()\\d\\s./-]{5,30}") ? null : "must be a phone number";
      case ADDRESS ->
          answer.matches("(?i)(https?://)?[\\w-]+(\\.[\\w-]+)+(:\\d+)?([/?#]\\S*)?")
              ? null
              : "must be a web address, such as https://shop.example";
      case TIER -> tiers.contains(answer) ? null : "must be one of " + String.join(", ", tiers);
      case NUMBER -> fits(answers.number(name)) ? null : "must be a number from 0 to 80";
      case LIST -> answers.list(name).size() <= 30 ? null : "must name at most 30 things";
      case TEXT, LONG, CHOICE -> null;
    };
  }

  private static boolean fits(OptionalInt number) {
    return number.isPresent() && number.getAsInt() <= 80;
  }
}

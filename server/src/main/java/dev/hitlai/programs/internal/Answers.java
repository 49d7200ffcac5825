package dev.hitlai.programs.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an applicant entered, by the name of the question; what wasn't answered is empty. */
public record Answers(Map<String, String> byName) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  public Answers {
    byName = Map.copyOf(byName);
  }

  public static final Answers NONE = new Answers(Map.of());

  public String text(String name) {
    return byName.getOrDefault(name, "").strip();
  }

  /** Things separated by commas. */
  public List<String> list(String name) {
    return Stream.of(text(name).split("[,\\n]", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The first number in the answer: of "51-200" the lower end. */
  public OptionalInt number(String name) {
    var found = NUMBER.matcher(text(name).replace(",", ""));
    return found.find() ? OptionalInt.of(Integer.parseInt(found.group())) : OptionalInt.empty();
  }

  public Answers with(String name, String value) {
    return with(Map.of(name, value));
  }

  public Answers with(Map<String, String> more) {
    var all = new LinkedHashMap<>(byName);
    all.putAll(more);
    return new Answers(all);
  }
}

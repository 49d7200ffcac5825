package dev.hitlai.testers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a company asks of the people who test. What is left out, empty or null, is asked of nobody.
 *
 * @param languages codes such as {@code de}; a tester has to speak one of them
 * @param countries ISO 3166 codes of two letters; a tester lives in one of them
 * @param devices words such as {@code phone}; a tester has one of them
 * @param techLiteracy {@code low}, {@code medium}, {@code high}
 * @param genders as testers call themselves
 * @param minAge years
 * @param maxAge years
 * @param verifiedOnly whether only testers with an accepted test are asked
 */
public record TesterRequirements(
    List<String> languages,
    List<String> countries,
    List<String> devices,
    List<String> techLiteracy,
    List<String> genders,
    @Nullable Integer minAge,
    @Nullable Integer maxAge,
    @Nullable Boolean verifiedOnly) {
  public static final TesterRequirements NONE =
      new TesterRequirements(
          List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null);

  private static final int MOST = 20;
  private static final int YOUNGEST = 16;
  private static final int OLDEST = 120;

  public TesterRequirements {
    languages = lowered(languages);
    countries = cleaned(countries, Locale.ROOT, true);
    devices = lowered(devices);
    techLiteracy = lowered(techLiteracy);
    genders = lowered(genders);
  }

  /** What nobody can fulfil or read, a sentence for each field; empty when all is well. */
  public Map<String, String> problems() {
    var problems = new LinkedHashMap<String, String>();
    if (!List.of("low", "medium", "high").containsAll(techLiteracy)) {
      problems.put("techLiteracy", "must be low, medium or high");
    }
    if (!countries.stream().allMatch(code -> code.matches("[A-Z]{2}"))) {
      problems.put("countries", "must be codes of two letters, such as DE");
    }
    Map.of("languages", languages, "devices", devices, "genders", genders, "countries", countries)
        .forEach(
            (name, values) -> {
              if (values.size() > MOST || values.stream().anyMatch(value -> value.length() > 50)) {
                problems.put(name, "must be at most 20 short words");
              }
            });
    if (outside(minAge) || outside(maxAge)) {
      problems.put("age", "must be from 16 to 120 years");
    } else if (minAge != null && maxAge != null && minAge > maxAge) {
      problems.put("age", "must not end before it begins");
    }
    return problems;
  }

  /** In words, for people: empty when everybody fits. */
  @JsonIgnore
  public List<String> words() {
    var words = new ArrayList<String>();
    say(words, "speaks ", languages);
    say(words, "lives in ", countries);
    say(words, "has a ", devices);
    say(words, "tech literacy ", techLiteracy);
    say(words, "gender ", genders);
    if (minAge != null) {
      words.add("at least " + minAge + " years old");
    }
    if (maxAge != null) {
      words.add("at most " + maxAge + " years old");
    }
    if (Boolean.TRUE.equals(verifiedOnly)) {
      words.add("verified");
    }
    return words;
  }

  private static void say(List<String> words, String what, List<String> values) {
    if (!values.isEmpty()) {
      words.add(what + String.join(" or ", values));
    }
  }

  private static boolean outside(@Nullable Integer age) {
    return age != null && (age < YOUNGEST || age > OLDEST);
  }

  private static List<String> lowered(@Nullable List<String> values) {
    return cleaned(values, Locale.ROOT, false);
  }

  private static List<String> cleaned(@Nullable List<String> values, Locale locale, boolean upper) {
    return values == null
        ? List.of()
        : values.stream()
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .map(value -> upper ? value.toUpperCase(locale) : value.toLowerCase(locale))
            .distinct()
            .toList();
  }
}

package dev.hitlai.testers;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a person is whom a company asks for. Pure, so that it can be told in examples. */
final class Fit {
  private Fit() {}

  /** What is known of a person; null and empty are "not said", which fulfils no requirement. */
  record Person(
      @Nullable Integer age,
      @Nullable String gender,
      @Nullable String country,
      String techLiteracy,
      List<String> languages,
      List<String> devices,
      boolean verified) {}

  static boolean fits(TesterRequirements asked, Person person) {
    return oneOf(asked.languages(), person.languages())
        && oneOf(asked.devices(), person.devices())
        && said(asked.countries(), person.country())
        && said(asked.techLiteracy(), person.techLiteracy())
        && said(asked.genders(), person.gender())
        && oldEnough(asked, person.age())
        && (!Boolean.TRUE.equals(asked.verifiedOnly()) || person.verified());
  }

  private static boolean oldEnough(TesterRequirements asked, @Nullable Integer age) {
    if (asked.minAge() == null && asked.maxAge() == null) {
      return true;
    }
    return age != null
        && (asked.minAge() == null || age >= asked.minAge())
        && (asked.maxAge() == null || age <= asked.maxAge());
  }

  private static boolean said(List<String> asked, @Nullable String value) {
    return oneOf(asked, value == null ? List.of() : List.of(value));
  }

  private static boolean oneOf(List<String> asked, List<String> values) {
    return asked.isEmpty()
        || values.stream()
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .anyMatch(value -> asked.stream().anyMatch(one -> one.equalsIgnoreCase(value)));
  }
}

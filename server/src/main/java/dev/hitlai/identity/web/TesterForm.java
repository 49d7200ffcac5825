package dev.hitlai.identity.web;

import dev.hitlai.identity.internal.NewTester;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tester enters in three steps: who they are, what they know, how they log in. */
public record TesterForm(
    @Nullable String displayName,
    @Nullable String age,
    @Nullable String gender,
    @Nullable String locationCountry,
    @Nullable String languages,
    @Nullable String techLiteracy,
    @Nullable String primaryDevice,
    @Nullable String yearsOfTestingExperience,
    @Nullable String previousPlatforms,
    @Nullable String email,
    @Nullable String password) {
  public static final int STEPS = 3;
  static final TesterForm EMPTY =
      new TesterForm(null, null, null, null, null, null, null, null, null, null, null);

  public static final List<Option> LITERACY =
      List.of(
          new Option("low", "Low", "I ask for help when something changes"),
          new Option("medium", "Medium", "I manage most things"),
          new Option("high", "High", "Others ask me for help"));
  public static final List<Option> DEVICES =
      List.of(
          Option.of("desktop", "Desktop computer"),
          Option.of("laptop", "Laptop"),
          Option.of("phone", "Phone"),
          Option.of("tablet", "Tablet"));
  private static final Set<String> LEVELS = Set.of("low", "medium", "high");

  Problems problems(int step) {
    var problems = new LinkedHashMap<String, String>();
    switch (step) {
      case 1 -> aboutYou(problems);
      case 2 -> experience(problems);
      default -> account(problems);
    }
    return new Problems(problems);
  }

  private void aboutYou(LinkedHashMap<String, String> problems) {
    Entered.text(problems, "displayName", displayName, "Enter your name.", 200);
    Entered.number(problems, "age", age, 16, 120);
    Entered.optional(problems, "gender", gender, 50);
    Entered.optional(problems, "locationCountry", locationCountry, 60);
    Entered.text(problems, "languages", languages, "Enter at least one language.", 500);
  }

  private void experience(LinkedHashMap<String, String> problems) {
    if (!LEVELS.contains(Entered.some(techLiteracy))) {
      problems.put("techLiteracy", "Choose how well you get along.");
    }
    Entered.optional(problems, "primaryDevice", primaryDevice, 100);
    Entered.number(problems, "yearsOfTestingExperience", yearsOfTestingExperience, 0, 80);
    Entered.optional(problems, "previousPlatforms", previousPlatforms, 500);
  }

  private void account(LinkedHashMap<String, String> problems) {
    Entered.text(problems, "email", email, "Enter your e-mail address.", 254);
    Entered.text(problems, "password", password, "Choose a password.", 200);
  }

  NewTester newTester() {
    return new NewTester(
        Entered.some(email),
        Entered.verbatim(password),
        Entered.some(displayName),
        Entered.number(age),
        Entered.orNull(gender),
        Entered.orNull(locationCountry),
        Entered.some(techLiteracy),
        Entered.orNull(primaryDevice),
        Entered.list(languages),
        Entered.number(yearsOfTestingExperience),
        Entered.list(previousPlatforms));
  }
}

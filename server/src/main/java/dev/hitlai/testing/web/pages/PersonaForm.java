package dev.hitlai.testing.web.pages;

import dev.hitlai.aitester.Persona;
import dev.hitlai.api.ApiProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of a persona as they were filled in. */
public record PersonaForm(
    @Nullable String name,
    @Nullable String label,
    @Nullable String description,
    @Nullable String age,
    @Nullable String techLiteracy,
    @Nullable String eyesight,
    @Nullable String navigation,
    @Nullable String patience,
    @Nullable String needs,
    @Nullable Boolean understandsIcons,
    @Nullable Boolean opensHiddenMenus,
    @Nullable Boolean slowNetwork) {

  public PersonaForm {
    name = orEmpty(name);
    label = orEmpty(label);
    description = orEmpty(description);
    age = orEmpty(age);
    techLiteracy = orEmpty(techLiteracy);
    eyesight = orEmpty(eyesight);
    navigation = orEmpty(navigation);
    patience = orEmpty(patience);
    needs = orEmpty(needs);
    understandsIcons = Boolean.TRUE.equals(understandsIcons);
    opensHiddenMenus = Boolean.TRUE.equals(opensHiddenMenus);
    slowNetwork = Boolean.TRUE.equals(slowNetwork);
  }

  static PersonaForm empty() {
    return new PersonaForm(
        "", "", "", "40", "medium", "normal", "mixed", "4", "", true, true, false);
  }

  static PersonaForm of(Persona persona, String description) {
    return new PersonaForm(
        persona.name(),
        persona.label(),
        description,
        String.valueOf(persona.age()),
        word(persona.techLiteracy()),
        word(persona.eyesight()),
        word(persona.navigation()),
        dev.hitlai.web.view.Say.decimal(persona.patience(), 1),
        String.join("\n", persona.needs()),
        persona.understandsIcons(),
        persona.opensHiddenMenus(),
        persona.slowNetwork());
  }

  /**
   * The persona; what isn't asked for follows from the answers, as for the personas that ship.
   *
   * @throws ApiProblem with a sentence for each field that isn't valid
   */
  public Persona persona() {
    var eyes = choice(Persona.Eyesight.class, "eyesight", eyesight);
    var moves = choice(Persona.Navigation.class, "navigation", navigation);
    requireNames();
    return new Persona(
        orEmpty(name).strip(),
        orEmpty(label).strip(),
        number("age", age, 6, 110).intValue(),
        choice(Persona.TechLiteracy.class, "techLiteracy", techLiteracy),
        eyes,
        contrast(eyes),
        zoom(eyes),
        moves,
        input(moves),
        moves == Persona.Navigation.THUMB || eyes != Persona.Eyesight.NORMAL ? 44 : 24,
        number("patience", patience, 1, 10),
        Boolean.TRUE.equals(understandsIcons),
        Boolean.TRUE.equals(opensHiddenMenus),
        false,
        false,
        Boolean.TRUE.equals(slowNetwork),
        "en-US",
        phrases());
  }

  private void requireNames() {
    if (!orEmpty(name).strip().matches("[a-z][a-z0-9_]{1,59}")) {
      throw ApiProblem.invalid("name", "must be 2 to 60 of a to z, 0 to 9 and _, a letter first");
    }
    if (orEmpty(label).isBlank() || orEmpty(label).strip().length() > 100) {
      throw ApiProblem.invalid("label", "must have 1 to 100 characters");
    }
  }

  private List<String> phrases() {
    var phrases =
        Arrays.stream(orEmpty(needs).split("\\R"))
            .map(String::strip)
            .filter(phrase -> !phrase.isEmpty())
            .toList();
    if (phrases.size() > 12 || phrases.stream().anyMatch(phrase -> phrase.length() > 200)) {
      throw ApiProblem.invalid("needs", "must be at most 12 lines of at most 200 characters");
    }
    return phrases;
  }

  /** WCAG 1.4.6 for eyes that need it, else 1.4.3. */
  private static double contrast(Persona.Eyesight eyes) {
    return switch (eyes) {
      case LOW_CONTRAST, LOW_VISION -> 7.0;
      case NORMAL, PRESBYOPIA, SCREEN_READER -> 4.5;
    };
  }

  private static double zoom(Persona.Eyesight eyes) {
    return switch (eyes) {
      case LOW_VISION -> 2.0;
      case LOW_CONTRAST -> 1.25;
      case PRESBYOPIA -> 1.1;
      case NORMAL, SCREEN_READER -> 1.0;
    };
  }

  private static Persona.Input input(Persona.Navigation moves) {
    return switch (moves) {
      case THUMB -> Persona.Input.TOUCH;
      case KEYBOARD_ONLY -> Persona.Input.KEYBOARD;
      case LINEAR, NON_LINEAR, MIXED -> Persona.Input.MOUSE;
    };
  }

  private static Double number(String field, @Nullable String text, int least, int most) {
    try {
      double number = Double.parseDouble(orEmpty(text).strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Answered like a number out of range.
    }
    throw ApiProblem.invalid(field, "must be a number from " + least + " to " + most);
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String field, @Nullable String word) {
    try {
      return Enum.valueOf(type, orEmpty(word).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw ApiProblem.invalid(field, "must be one of the choices");
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

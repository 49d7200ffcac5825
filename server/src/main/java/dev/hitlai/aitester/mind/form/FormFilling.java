package dev.hitlai.aitester.mind.form;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.choice.Noise;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.mind.goal.Intent;
import dev.hitlai.aitester.mind.scent.Words;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.Element.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to put into a field: the mission's own values first, else made-up data that fits what the
 * field asks for.
 */
public final class FormFilling {
  private static final Pattern PLACEHOLDER_OPTION =
      Pattern.compile(
          "(?i)\\s*(?:[-–—.…]*|(?:[-–— ]*)(?:please |bitte"
              + " )?(?:select|choose|pick|none|any)\\b.*)\\s*");
  private static final Pattern AGREEMENT =
      Pattern.compile(
          "(?i)\\b(?:terms|conditions|privacy|agree|accept|policy|consent|data protection|read"
              + " and)\\b");
  private static final Pattern ADVERTISING =
      Pattern.compile(
          "(?i)\\b(?:newsletter|marketing|offers|promotion\\w*|partners?|third"
              + " part\\w+|updates|advert\\w*|news)\\b");

  /** The message that complains often shows what would be right. */
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?i)(?:for example|e\\.g\\.|such as)[:,]?\\s+[\"“]?([^\\s,;\"”]*[^\\s,;.\"”])");

  private static final Pattern OPTIONAL = Pattern.compile("(?i)\\boptional\\b|\\bif any\\b");

  private final Goal goal;
  private final TestPerson person;
  private final boolean asksForDates;

  public FormFilling(Goal goal, Noise noise) {
    this.goal = goal;
    this.person = new TestPerson(noise);
    this.asksForDates = goal.intent() == Intent.CHOOSE_DATE || goal.intent() == Intent.FILL_FORM;
  }

  /**
   * The action that fills the field, or empty when a person would leave it as it is.
   *
   * @param somethingRequired whether the form marks required fields; then the others are left out
   */
  public Optional<Action> fill(Element element, boolean somethingRequired) {
    var field = element.field();
    if (field == null || !element.usable() || element.state().readOnly()) {
      return Optional.empty();
    }
    return switch (field.type()) {
      case "checkbox" -> tick(element, field);
      case "radio" -> choose(element);
      case "select", "select-one", "combobox", "listbox" ->
          select(element, field, somethingRequired);
      case "file", "hidden", "submit", "button", "reset", "image", "color" -> Optional.empty();
      default -> type(element, field, somethingRequired);
    };
  }

  private Optional<Action> type(Element element, Field field, boolean somethingRequired) {
    var own = fromMission(element);
    if (own.isPresent()) {
      return own.map(value -> new Action.Type(element, fitted(value, field)));
    }
    if (field.valueLength() > 0 && !field.invalid()
        || leaveOut(element, field, somethingRequired)) {
      return Optional.empty();
    }
    var value = madeUp(element, field);
    return value.isEmpty() ? Optional.empty() : Optional.of(new Action.Type(element, value));
  }

  private static boolean isWrong(Field field) {
    return field.invalid() || !field.error().isBlank();
  }

  private boolean leaveOut(Element element, Field field, boolean somethingRequired) {
    var meaning = FieldMeaning.of(element);
    return switch (meaning) {
      case SEARCH, CAPTCHA, COUPON, IBAN -> true;
      case EMAIL, PASSWORD, PASSWORD_AGAIN, EMAIL_AGAIN, MESSAGE, USER_NAME -> false;
      case DATE, TIME, BIRTH_DATE ->
          !isRequired(element, field) && !asksForDates && !isWrong(field);
      default ->
          somethingRequired && !isRequired(element, field)
              || OPTIONAL.matcher(FieldMeaning.words(element) + field.hint()).find();
    };
  }

  /** Marked as required for the browser or for people. */
  public static boolean isRequired(Element element, Field field) {
    var words = FieldMeaning.words(element);
    return field.required()
        || words.contains("*")
        || words.toLowerCase(Locale.ROOT).contains("required")
        || field.hint().toLowerCase(Locale.ROOT).contains("required");
  }

  private String madeUp(Element element, Field field) {
    var example = EXAMPLE.matcher(field.error());
    if (example.find()) {
      return fitted(example.group(1), field);
    }
    var meaning = FieldMeaning.of(element);
    if (field.type().equals("number")) {
      return meaning == FieldMeaning.AGE ? "40" : "2";
    }
    var value =
        DateText.within(field.error() + " " + field.hint())
            .filter(d -> isDate(meaning))
            .orElse(person.value(meaning));
    if (meaning == FieldMeaning.PASSWORD) {
      return fitted(PasswordRules.satisfying(field.hint(), person.password()), field);
    }
    return fitted(value, field);
  }

  private static boolean isDate(FieldMeaning meaning) {
    return meaning == FieldMeaning.DATE || meaning == FieldMeaning.BIRTH_DATE;
  }

  /** Dates as the control wants them, and nothing longer than allowed. */
  private static String fitted(String value, Field field) {
    var date = DateText.parse(value);
    var text = date.map(day -> DateText.format(day, field)).orElse(value);
    return field.maxLength() > 0 && text.length() > field.maxLength()
        ? text.substring(0, field.maxLength())
        : text;
  }

  /** The value that the mission gives for this field. */
  public Optional<String> fromMission(Element element) {
    var label = FieldMeaning.words(element);
    var meaning = FieldMeaning.of(element);
    for (var entry : new java.util.TreeMap<>(goal.data()).entrySet()) {
      if (names(entry.getKey(), label, meaning)) {
        return Optional.of(entry.getValue());
      }
    }
    return fromWishes(meaning).or(() -> quoted(meaning));
  }

  private static boolean names(String key, String label, FieldMeaning meaning) {
    var keyMeaning = FieldMeaning.of(key);
    if (keyMeaning != FieldMeaning.OTHER && sameKind(keyMeaning, meaning)) {
      return true;
    }
    return meaning == FieldMeaning.OTHER || keyMeaning == FieldMeaning.OTHER
        ? Words.coverage(key, label) > 0.99
        : false;
  }

  /** An e-mail address is what most sites mean by user name; passwords are typed twice. */
  private static boolean sameKind(FieldMeaning key, FieldMeaning field) {
    return key == field
        || key == FieldMeaning.PASSWORD && field == FieldMeaning.PASSWORD_AGAIN
        || key == FieldMeaning.EMAIL
            && (field == FieldMeaning.EMAIL_AGAIN || field == FieldMeaning.USER_NAME)
        || key == FieldMeaning.USER_NAME && field == FieldMeaning.EMAIL;
  }

  private Optional<String> fromWishes(FieldMeaning meaning) {
    return meaning == FieldMeaning.QUANTITY && goal.wishes().quantity() > 0
        ? Optional.of(String.valueOf(goal.wishes().quantity()))
        : Optional.empty();
  }

  private Optional<String> quoted(FieldMeaning meaning) {
    return meaning == FieldMeaning.MESSAGE && !goal.quoted().isEmpty()
        ? Optional.of(goal.quoted().getLast())
        : Optional.empty();
  }

  private Optional<Action> tick(Element element, Field field) {
    var label = FieldMeaning.words(element);
    var ticked = Boolean.TRUE.equals(element.state().checked());
    var asked = fromMission(element);
    if (asked.isPresent()) {
      var wanted = !asked.get().matches("(?i)no|false|off|0");
      return wanted == ticked ? Optional.empty() : Optional.of(new Action.Check(element, wanted));
    }
    var needed =
        isRequired(element, field)
            || AGREEMENT.matcher(label).find() && !ADVERTISING.matcher(label).find();
    return needed && !ticked ? Optional.of(new Action.Check(element, true)) : Optional.empty();
  }

  /**
   * The mission's option of a group; the form filler sees to it that one of each group is chosen.
   */
  private Optional<Action> choose(Element element) {
    if (Boolean.TRUE.equals(element.state().checked())) {
      return Optional.empty();
    }
    return isAskedFor(element.label()) || isAskedFor(element.name())
        ? Optional.of(new Action.Check(element, true))
        : Optional.empty();
  }

  private boolean isAskedFor(String option) {
    return wanted().stream().anyMatch(value -> value.equalsIgnoreCase(option.strip()));
  }

  private List<String> wanted() {
    var values = new java.util.ArrayList<String>(new java.util.TreeMap<>(goal.data()).values());
    values.addAll(goal.quoted());
    values.add(goal.wishes().size());
    values.add(goal.wishes().color());
    values.removeIf(String::isBlank);
    return values;
  }

  private Optional<Action> select(Element element, Field field, boolean somethingRequired) {
    var asked = bestOption(element, field);
    if (asked.isPresent()) {
      return asked.map(option -> new Action.Select(element, option));
    }
    var needed = !somethingRequired || isRequired(element, field) || field.invalid();
    if (!needed || chosenAlready(element, field)) {
      return Optional.empty();
    }
    return field.options().stream()
        .filter(option -> !isPlaceholder(option))
        .findFirst()
        .map(option -> new Action.Select(element, option));
  }

  /** The select shows its chosen option as text, or has a value that isn't the prompt's. */
  private static boolean chosenAlready(Element element, Field field) {
    if (field.options().isEmpty()) {
      return true;
    }
    return field.valueLength() > 0
        && !(field.options().contains(element.text()) && isPlaceholder(element.text()));
  }

  static boolean isPlaceholder(String option) {
    return PLACEHOLDER_OPTION.matcher(option).matches();
  }

  private Optional<String> bestOption(Element element, Field field) {
    var values = new java.util.ArrayList<>(wanted());
    fromMission(element).ifPresent(values::addFirst);
    if (FieldMeaning.of(element) == FieldMeaning.COUNTRY && field.valueLength() == 0) {
      values.add(person.value(FieldMeaning.COUNTRY));
    }
    for (var value : values) {
      for (var option : field.options()) {
        if (option.equalsIgnoreCase(value)) {
          return Optional.of(option);
        }
      }
    }
    return fromMission(element)
        .flatMap(
            value ->
                field.options().stream().filter(o -> Words.coverage(value, o) > 0.9).findFirst());
  }

  /** A mistyped e-mail address, to see how errors are told. */
  public String mistypedEmail() {
    return person.mistypedEmail();
  }
}

package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.form.FieldMeaning;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.mind.goal.Intent;
import dev.hitlai.aitester.mind.scent.Similarity;
import dev.hitlai.aitester.mind.scent.Words;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.Element.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which control of a page does what the goal asks, and which value it gets. */
final class ControlChoice {
  private static final double FITS = 0.5;
  private static final Pattern ASCENDING =
      Pattern.compile(
          "(?i)\\b(?:low(?:est)?(?: to high| price)?(?: first)?|cheap(?:est)?(?:"
              + " first)?|ascending|a to z)\\b");
  private static final Pattern DESCENDING =
      Pattern.compile(
          "(?i)\\b(?:high(?:est)?(?: to low| price)?(?: first)?|most expensive(?:"
              + " first)?|descending|z to a)\\b");
  private static final Pattern PARTS =
      Pattern.compile("(?i)^(.*?)\\s*\\b(?:by|to|for|on)\\b\\s*(.+)$");
  private static final Pattern UPPER_LIMIT =
      Pattern.compile("(?i)\\b(?:max\\w*|to|up to|under|below|highest)\\b");

  /** A control, what is done to it, and how well it fits (0 to 1). */
  record Found(Action action, String words, double fit) {}

  private final Goal goal;
  private final Similarity similarity;
  private final String wanted;
  private final String place;

  ControlChoice(Goal goal, Similarity similarity) {
    this.goal = goal;
    this.similarity = similarity;
    var parts = PARTS.matcher(goal.target());
    var split = parts.matches() && (goal.intent() == Intent.FILTER || goal.intent() == Intent.SORT);
    wanted = wanted(split ? parts.group(2) : goal.target());
    place = place(split ? parts.group(1) : goal.target());
  }

  private String wanted(String words) {
    return switch (goal.intent()) {
      case SORT -> order(words.isBlank() ? goal.text() : words);
      case CANCEL -> goal.text();
      case CHANGE_QUANTITY -> "quantity";
      default -> words.isBlank() ? goal.text() : words;
    };
  }

  private String order(String words) {
    if (DESCENDING.matcher(goal.text()).find()) {
      return DESCENDING.matcher(words).replaceAll("").replaceAll("\\W+$", "") + " high to low";
    }
    return ASCENDING.matcher(goal.text()).find()
        ? ASCENDING.matcher(words).replaceAll("").replaceAll("\\W+$", "") + " low to high"
        : words;
  }

  private String place(String words) {
    return switch (goal.intent()) {
      case CHANGE_QUANTITY -> "shopping cart";
      case CHANGE_SETTING -> words + " settings";
      case SORT, FILTER -> words.isBlank() ? "all products" : words;
      default -> words;
    };
  }

  /** Where such a control would be. */
  String place() {
    return place;
  }

  Optional<Found> best(Situation now) {
    var found = new ArrayList<Found>();
    for (var element : now.usable()) {
      if (!Caution.forbids(element)) {
        found.addAll(ways(element, now));
      }
    }
    return found.stream()
        .filter(one -> one.fit() >= FITS)
        .filter(one -> now.memory().timesWithoutEffect(now.key(), one.action()) == 0)
        .max(Comparator.comparingDouble(Found::fit));
  }

  private List<Found> ways(Element element, Situation now) {
    var field = element.field();
    if (field == null) {
      return Situation.isPressable(element) ? pressing(element, now) : List.of();
    }
    return switch (field.type()) {
      case "select", "select-one", "listbox" -> choosing(element, field);
      case "checkbox", "radio" -> ticking(element);
      case "number", "text", "range", "" -> typing(element, field);
      default -> List.of();
    };
  }

  private List<Found> choosing(Element element, Field field) {
    var label = FieldMeaning.words(element);
    if (goal.intent() == Intent.CHANGE_QUANTITY) {
      return isQuantity(element)
          ? List.of(new Found(new Action.Select(element, quantity()), label, 0.9))
          : List.of();
    }
    return field.options().stream()
        .map(option -> new Found(new Action.Select(element, option), option, fitOf(label, option)))
        .toList();
  }

  /** An option of the right control beats the same words elsewhere. */
  private double fitOf(String label, String option) {
    var alone = similarity.of(wanted, option);
    return Math.max(alone, 0.98 * similarity.of(wanted, label + " " + option)) * direction(option);
  }

  /**
   * An order is no filter; "low to high" and "high to low" share all their words: the order of them
   * decides.
   */
  private double direction(String option) {
    if (goal.intent() == Intent.FILTER) {
      return ASCENDING.matcher(option).find() || DESCENDING.matcher(option).find() ? 0.3 : 1;
    }
    if (goal.intent() != Intent.SORT) {
      return 1;
    }
    var up =
        wanted.endsWith("low to high") && DESCENDING.matcher(option).find() && !startsLow(option);
    var down =
        wanted.endsWith("high to low") && ASCENDING.matcher(option).find() && startsLow(option);
    return up || down ? 0.3 : 1;
  }

  private static boolean startsLow(String option) {
    var low = ASCENDING.matcher(option);
    var high = DESCENDING.matcher(option);
    return low.find() && (!high.find() || low.start() < high.start());
  }

  private List<Found> ticking(Element element) {
    var off = goal.text().matches("(?is).*\\b(?:off|disable|untick|deselect)\\b.*");
    if (Boolean.valueOf(!off).equals(element.state().checked())) {
      return List.of();
    }
    var label = FieldMeaning.words(element);
    var fit =
        Math.max(
            similarity.of(wanted, label),
            0.95 * similarity.of(wanted, element.context().group() + " " + label));
    return List.of(
        new Found(new Action.Check(element, !off), label, Math.max(fit, namedWish(label))));
  }

  private double namedWish(String label) {
    var wishes = goal.wishes();
    var words = Words.plain(label);
    var named =
        !wishes.color().isEmpty() && words.contains(wishes.color())
            || !wishes.size().isEmpty() && words.contains(wishes.size());
    return named ? 0.9 : 0;
  }

  private List<Found> typing(Element element, Field field) {
    var label = FieldMeaning.words(element);
    if (goal.intent() == Intent.CHANGE_QUANTITY) {
      return isQuantity(element)
          ? List.of(new Found(new Action.Type(element, quantity()), label, 0.9))
          : List.of();
    }
    var limit = goal.wishes().highestPrice();
    if (goal.intent() == Intent.FILTER
        && limit < Double.POSITIVE_INFINITY
        && UPPER_LIMIT.matcher(label).find()) {
      return List.of(
          new Found(new Action.Type(element, String.valueOf((long) limit)), label, 0.85));
    }
    return goal.data().entrySet().stream()
        .filter(entry -> Words.coverage(entry.getKey(), label) > 0.9)
        .map(entry -> new Found(new Action.Type(element, entry.getValue()), label, 0.9))
        .toList();
  }

  private static boolean isQuantity(Element element) {
    return FieldMeaning.of(element) == FieldMeaning.QUANTITY
        || FieldMeaning.of(element.name()) == FieldMeaning.QUANTITY;
  }

  private String quantity() {
    return String.valueOf(goal.wishes().quantity() > 0 ? goal.wishes().quantity() : 2);
  }

  private List<Found> pressing(Element element, Situation now) {
    if (goal.intent() == Intent.CHANGE_QUANTITY || now.memory().hasChosen(now.key(), element)) {
      return List.of();
    }
    var label = now.eyes().words(element);
    var inContent = PageReading.isContent(element.context().landmark());
    var fit =
        switch (goal.intent()) {
          case SORT, FILTER ->
              inContent
                  ? 0.9
                      * Math.max(similarity.of(wanted, label), namedWish(label))
                      * direction(label)
                  : 0;
          case CANCEL -> element.role().equals("button") ? similarity.of(wanted, label) : 0;
          default -> isLeaf(element) ? 0.9 * similarity.of(wanted, label) : 0;
        };
    return List.of(new Found(new Action.Click(element), label, fit >= 0.65 ? fit : 0));
  }

  /** A button or switch changes something here; a link leads elsewhere. */
  private static boolean isLeaf(Element element) {
    return element.link() == null;
  }
}

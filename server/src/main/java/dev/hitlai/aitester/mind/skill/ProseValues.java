package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.form.FieldMeaning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a letter or a note says for each field of a form. */
final class ProseValues {
  private static final Pattern WEEKDAY =
      Pattern.compile("(?i)\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b");
  private static final Pattern TOWN =
      Pattern.compile(
          "\\b(?:lives? in|living in|moved to|home in|from|in|near|to)"
              + " (\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)");
  private static final Pattern TITLE =
      Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.? (?=\\p{Lu})");

  private final String text;
  private final List<Slot> slots;
  private final Map<Integer, String> values = new HashMap<>();

  private ProseValues(String text, List<Slot> slots) {
    this.text = text;
    this.slots = slots;
  }

  /** Values by the references of their fields. */
  static Map<Integer, String> of(String text, List<Slot> slots) {
    var prose = new ProseValues(text, slots);
    var told = new Clauses(List.of(text.split("(?<=[.!?])\\s+")), List.of());
    var wish = Wish.of(told, told.texts().size());
    prose.spelled();
    prose.kinds();
    Matching.of(wish, slots).placed().forEach(one -> prose.put(one.slot(), one.value()));
    prose.remaining(wish);
    return prose.values;
  }

  private void put(Slot slot, String value) {
    values.putIfAbsent(slot.ref(), value);
  }

  /** "Lost object: umbrella", "Object found: umbrella". */
  private void spelled() {
    for (var slot : slots) {
      var name = slot.name();
      var line =
          Pattern.compile("(?i)\\b" + Pattern.quote(name) + "\\b(?: \\p{L}+){0,2}:\\s*([^.,;\\n]+)")
              .matcher(text);
      if (name.length() > 2 && line.find()) {
        put(slot, line.group(1).strip());
      }
    }
  }

  /** What only one kind of value can be. */
  private void kinds() {
    for (var slot : slots) {
      boolean plain = slot.kind() == Slot.Kind.TEXT || slot.kind() == Slot.Kind.NUMBER;
      var label = slot.label().toLowerCase(java.util.Locale.ROOT);
      if (slot.meaning() == FieldMeaning.STREET) {
        Wish.street(text).ifPresent(street -> put(slot, street));
      } else if (slot.meaning() == FieldMeaning.CITY) {
        town().ifPresent(town -> put(slot, town));
      } else if (slot.kind() == Slot.Kind.TEXT && label.matches(".*\\b(?:day|weekday|when)\\b.*")) {
        var day = WEEKDAY.matcher(text);
        if (day.find()) {
          put(slot, day.group());
        }
      } else if (plain
          && label.matches(
              ".*\\b(?:weight|height|width|length|depth|price|cost|temperature|phone|e-?mail|time)\\b.*")) {
        Reading.in(slot.label(), Stream.of(text.split("(?<=[.;!?])\\s+")))
            .filter(found -> found.matches(".*[\\d@].*"))
            .ifPresent(found -> put(slot, found));
      }
    }
  }

  /** Where somebody lives or comes from, which is no street and no day. */
  private Optional<String> town() {
    return TOWN.matcher(Wish.street(text).map(street -> text.replace(street, "")).orElse(text))
        .results()
        .map(match -> match.group(1))
        .filter(name -> !WEEKDAY.matcher(name).matches())
        .findFirst();
  }

  /** One value and one field that are left belong together; a person's name belongs to a person. */
  private void remaining(Wish wish) {
    var given = Set.copyOf(values.values());
    var left =
        wish.mentions().stream()
            .filter(one -> !one.isDoubtful(wish.words()))
            .filter(one -> given.stream().noneMatch(value -> value.contains(one.text())))
            .filter(one -> !WEEKDAY.matcher(one.text()).matches())
            .collect(Collectors.toCollection(ArrayList::new));
    for (var slot : slots) {
      if (values.containsKey(slot.ref()) || slot.kind() != Slot.Kind.TEXT) {
        continue;
      }
      var found = person(slot, left).or(() -> only(left));
      found.ifPresent(
          one -> {
            put(slot, one.text());
            left.remove(one);
          });
    }
  }

  private Optional<Mention> person(Slot slot, List<Mention> left) {
    boolean asked =
        slot.label()
            .matches(
                "(?i).*\\b(?:name|who|person|finder|owner|sender|recipient|guest|customer|caller|patient|visitor|from|contact)\\b.*");
    var names = left.stream().filter(one -> one.kind() == Mention.Kind.NAME).toList();
    return !asked
        ? Optional.empty()
        : names.stream()
            .filter(one -> one.text().contains(" ") || TITLE.matcher(text).find())
            .findFirst()
            .or(() -> names.stream().findFirst());
  }

  private static Optional<Mention> only(List<Mention> left) {
    return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
  }
}

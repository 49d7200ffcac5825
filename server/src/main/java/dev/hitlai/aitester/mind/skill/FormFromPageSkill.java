package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** "Fill in the form with the values from the table": what belongs where is read on the page. */
final class FormFromPageSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:fill(?: in|"
              + " out)?|complete|copy|transfer|enter|type|put|use)\\b.*\\b(?:values?|data|details?|information|entries|contents?|everything|form|fields?|text)\\b.*\\b(?:from|with|using|in|according"
              + " to|shown|given|as|of|into)\\b.*\\b(?:given|told|there|it|note|email|e-mail|notice|advert|story|table|list|card|text|paragraph|note|record|sheet|profile|box|passage|above|below|left|right|page|label|ticket|letter|message|form|fields)\\b.*$");
  private static final Pattern FORM = Pattern.compile("(?i)\\b(?:form|fields)\\b");
  private static final Pattern SOURCE =
      Pattern.compile(
          "(?i)\\b(?:table|list|card|text|paragraph|note|record|sheet|profile|passage|above|below|left|right|page|ticket|letter|message|shown|given|there|told|says|email|e-mail|notice|advert|story)\\b");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    if (!ASKED.matcher(clause).matches()
        || !FORM.matcher(clause).find()
        || !SOURCE.matcher(clause).find()
        || clause.matches(".*(?:Q\\d|:).*")) {
      return Optional.empty();
    }
    var slots = Slots.of(now);
    var row = row(clause, now);
    if (row.isPresent()) {
      return Assignment.of(new FormFromPageJob((slot, sight) -> row.get().of(slot)));
    }
    // What stands beside no label is told in a text.
    var told = prose(now).map(text -> ProseValues.of(text, slots)).orElse(Map.of());
    return told.isEmpty() && slots.stream().allMatch(slot -> value(slot, now).isEmpty())
        ? Optional.empty()
        : Assignment.of(
            new FormFromPageJob(
                (slot, sight) ->
                    value(slot, sight).or(() -> Optional.ofNullable(told.get(slot.ref())))));
  }

  /** The row of a table that the words mean. */
  private static Optional<RowValues> row(String clause, Sight now) {
    return TableRows.of(now)
        .flatMap(table -> table.told(clause).map(row -> new RowValues(table, row)));
  }

  /** The longest passage besides the fields. */
  private static Optional<String> prose(Sight now) {
    return now.matching(t -> !t.own().isBlank() && t.all().noneMatch(Thing::isField))
        .map(Thing::text)
        .filter(text -> text.split("\\s+").length > 4 && text.length() < 600)
        .max(Comparator.comparingInt(String::length));
  }

  /** What stands beside the same words elsewhere on the page. */
  private static Optional<String> value(Slot slot, Sight now) {
    var name = slot.label().replaceFirst("[:*\\s]+$", "").strip();
    if (name.isBlank()) {
      return Optional.empty();
    }
    return now.matching(t -> !t.isField() && Texts.same(t.own(), name))
        .filter(t -> !isLabel(t, slot, now))
        .flatMap(t -> beside(t, now).stream())
        .findFirst()
        .or(() -> inLine(name, now))
        .or(() -> inText(name, now));
  }

  /** "Height: 12 cm" in one. */
  private static Optional<String> inLine(String name, Sight now) {
    var line = Pattern.compile("(?i)^" + Pattern.quote(name) + "\\s*[:=–-]\\s*(.+)$");
    return now.matching(t -> t.hasWords() && t.all().noneMatch(Thing::isField))
        .map(Thing::text)
        .sorted(Comparator.comparingInt(String::length))
        .map(line::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(match -> match.group(1).strip())
        .findFirst();
  }

  /** "Found on Monday. Object: umbrella. Thank you": in the middle of a text. */
  private static Optional<String> inText(String name, Sight now) {
    var said =
        Pattern.compile(
            "(?i)(?<![\\p{L}])"
                + Pattern.quote(name)
                + "(?: (?:is|was|found|lost|wanted|asked for|number|name))?\\s*:\\s*([^.,;!?\\n"
                + "]{2,60})");
    return prose(now).stream()
        .map(said::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(match -> match.group(1).strip())
        .findFirst();
  }

  private static boolean isLabel(Thing words, Slot slot, Sight now) {
    var next =
        now.things().stream()
            .filter(t -> t.order() > words.order() && (t.isField() || !t.own().isBlank()))
            .filter(t -> t.isField() || t.all().noneMatch(Thing::isField))
            .findFirst();
    return next.filter(t -> t == slot.thing() || t.isField()).isPresent();
  }

  /** To the right on the same line, else below in the same column. */
  private static Optional<String> beside(Thing words, Sight now) {
    var others =
        now.matching(t -> !t.own().isBlank() && !t.isIn(words))
            .filter(t -> t.all().noneMatch(Thing::isField))
            .toList();
    return others.stream()
        .filter(t -> Rows.sameLine(t, words) && t.centerX() > words.centerX())
        .filter(t -> !words.tag().equals("th") || !t.tag().equals("th"))
        .min(Comparator.comparingDouble(Thing::centerX))
        .or(
            () ->
                others.stream()
                    .filter(t -> t.centerY() > words.centerY() + 4)
                    .filter(t -> Math.abs(t.box().x() - words.box().x()) < 12)
                    .min(Comparator.comparingDouble(Thing::centerY)))
        .map(Thing::own);
  }

  /** A field at a time. */
  private static final class FormFromPageJob implements Job {
    private final BiFunction<Slot, Sight, Optional<String>> source;
    private final Set<Integer> done = new HashSet<>();

    FormFromPageJob(BiFunction<Slot, Sight, Optional<String>> source) {
      this.source = source;
    }

    @Override
    public Turn turn(Sight now) {
      for (var slot : Slots.of(now)) {
        var value = source.apply(slot, now);
        if (value.isPresent() && done.add(slot.ref())) {
          return set(slot, value.get(), now);
        }
      }
      return Turn.done();
    }

    private static Turn set(Slot slot, String value, Sight now) {
      for (int i = 0; i < slot.choices().size(); i++) {
        if (Texts.same(slot.options().get(i), value)) {
          return Turn.act(
              new Action.Check(now.element(slot.choices().get(i)), true), "the page says so");
        }
      }
      if (slot.kind() == Slot.Kind.OPTIONS) {
        var option =
            slot.offers().stream()
                .filter(one -> Texts.same(one, value))
                .findFirst()
                .or(
                    () ->
                        slot.offers().stream()
                            .filter(one -> Texts.contains(value, one))
                            .findFirst())
                .orElse(value);
        return Turn.act(new Action.Select(now.element(slot.thing()), option), "the page says so");
      }
      return slot.kind() == Slot.Kind.BOX
          ? Turn.act(
              new Action.Check(now.element(slot.thing()), value.matches("(?i)yes|true|on|x|✓|✔")),
              "the page says so")
          : Fields.set(slot.thing(), value, now);
    }
  }
}

package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a field asks for and the request does not give but the page shows: the number of the order
 * that is spoken of, the state of the parcel.
 */
final class Lookup {
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?=[\\p{L}-]*\\d)[\\p{L}\\d][\\p{L}\\d/-]{2,}(?![\\p{L}\\d])");
  private static final Pattern ASKS_CODE =
      Pattern.compile("(?i).*\\b(?:number|no|code|id|reference|key|pin|serial)\\b.*");

  private static final Pattern FILLING =
      Pattern.compile("(?i)\\b(?:fill|form|details|data|particulars|card|copy|take over)\\b");

  private final Errand errand;
  private final EntryChoice choice;

  Lookup(Errand errand, EntryChoice choice) {
    this.errand = errand;
    this.choice = choice;
  }

  /** The empty field that is spoken of, filled with what the entry meant says. */
  Optional<Turn> turn(List<Slot> slots, Sight now) {
    return slots.stream()
        .filter(slot -> slot.kind() == Slot.Kind.TEXT || slot.kind() == Slot.Kind.NUMBER)
        .filter(slot -> slot.thing().value().isBlank())
        .flatMap(
            slot -> found(slot, now).map(value -> Fields.set(slot.thing(), value, now)).stream())
        .findFirst();
  }

  private Optional<String> found(Slot slot, Sight now) {
    var value = isSpokenOf(slot) ? value(slot, now) : Optional.<String>empty();
    return value.or(
        () -> FILLING.matcher(errand.words()).find() ? beside(slot, now) : Optional.empty());
  }

  /** What stands right behind the same words elsewhere: in a list of facts, on a card. */
  private static Optional<String> beside(Slot slot, Sight now) {
    return now.matching(
            t ->
                t.isLeaf()
                    && !t.tag().equals("label")
                    && Texts.same(t.text().replaceFirst(":$", ""), slot.name()))
        .flatMap(t -> next(t).stream())
        .filter(t -> t.hasWords() && t.all().noneMatch(Thing::isField))
        .map(Thing::text)
        .findFirst();
  }

  private static Optional<Thing> next(Thing thing) {
    var parent = thing.parent();
    int index = parent == null ? -1 : parent.children().indexOf(thing) + 1;
    return parent == null || index >= parent.children().size()
        ? Optional.empty()
        : Optional.of(parent.children().get(index));
  }

  private boolean isSpokenOf(Slot slot) {
    var named = Words.concepts(slot.name());
    var said = Words.concepts(errand.words());
    return !named.isEmpty() && named.stream().anyMatch(said::contains);
  }

  private Optional<String> value(Slot slot, Sight now) {
    return Entry.listings(now).stream()
        .map(list -> list.stream().filter(one -> !slot.thing().isIn(one.part())).toList())
        .filter(list -> list.size() > 1)
        .flatMap(list -> choice.of(list).stream())
        .flatMap(entry -> read(slot, entry).stream())
        .findFirst();
  }

  private Optional<String> read(Slot slot, Entry entry) {
    var named = Words.concepts(slot.name());
    var cell =
        entry.cells().entrySet().stream()
            .filter(one -> Words.concepts(one.getKey()).stream().anyMatch(named::contains))
            .map(java.util.Map.Entry::getValue)
            .filter(text -> !text.isBlank())
            .findFirst();
    return cell.or(() -> labelled(entry, slot))
        .or(() -> code(slot, entry))
        .or(() -> text(slot, entry));
  }

  /** "State: on its way". */
  private static Optional<String> labelled(Entry entry, Slot slot) {
    var label = Pattern.quote(slot.name()) + "\\W{0,3}[:·]\\s*([^·]+)";
    var match = Pattern.compile("(?i)" + label).matcher(entry.words());
    return match.find() ? Optional.of(match.group(1).strip()) : Optional.empty();
  }

  private Optional<String> code(Slot slot, Entry entry) {
    if (!ASKS_CODE.matcher(slot.label()).matches()) {
      return Optional.empty();
    }
    return CODE.matcher(entry.words())
        .results()
        .map(match -> match.group())
        .filter(code -> !Texts.contains(errand.words(), code))
        .findFirst();
  }

  /** The longest text that is in it, for a field that takes one. */
  private static Optional<String> text(Slot slot, Entry entry) {
    boolean takes = slot.thing().tag().equals("textarea");
    var texts = new HashSet<String>();
    entry
        .part()
        .all()
        .forEach(t -> texts.add(t.takesText() || t.tag().equals("textarea") ? t.value() : t.own()));
    return takes
        ? texts.stream()
            .filter(text -> text.split("\\s+").length > 3)
            .max(java.util.Comparator.comparingInt(String::length))
        : Optional.empty();
  }
}

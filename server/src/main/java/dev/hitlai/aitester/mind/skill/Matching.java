package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.form.FieldMeaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which value of a wish belongs where on a page: all of them weighed against each other. */
final class Matching {
  /** A value that has found its place. */
  record Placed(Slot slot, String value) {}

  private record Pair(Mention mention, Slot slot, double tie) {}

  private static final double LEAST = 0.62;
  private static final Pattern PERSON =
      Pattern.compile(
          "(?i)\\b(?:participant|who|whom|person|guest|name|member|player|patient|customer|visitor|driver|passenger|attendee|recipient|owner|contact|student|pupil|child|teacher|finder|caller|buyer|seller|tenant|author|reporter|writer|speaker|leader|manager|host|organi[sz]er|borrower|reviewer|winner|loser|holder|bearer|applicant|sender|runner|rider|to|for|by)s?\\b");

  private static final Pattern KIND_OF =
      Pattern.compile(
          "(?i)\\b(?:genre|category|kind|type|style|topic|subject|theme|cuisine|sort|field|section)\\b");
  private static final Pattern KIND =
      Pattern.compile(
          "(?i)\\b(?:search|look|find|show|list|get|see|filter|browse|want|need|like)\\b(?: me|"
              + " us)?(?: for)?(?: (?:all|any|some|the|an?))?"
              + " ((?!all|any|some|the|new|old|good)[\\p{L}-]+(?: [\\p{L}-]+)?)"
              + " (?:movie|film|book|song|game|restaurant|recipe|show|album|article|course|event|job|paper|story|"
              + "storie|video|podcast|class|classe|magazine|track|play|concert|serie)s?\\b");

  private final Wish wish;
  private final List<Slot> slots;
  private final Anchors anchors;
  private final List<Placed> placed = new ArrayList<>();
  private final Set<Mention> used = new HashSet<>();
  private final Set<Integer> taken = new HashSet<>();

  private Matching(Wish wish, List<Slot> slots) {
    this.wish = wish;
    this.slots = slots;
    anchors = new Anchors(wish.words());
  }

  static Matching of(Wish wish, List<Slot> all) {
    var slots = Lines.meant(wish, all);
    var matching = new Matching(wish, slots);
    var choices = new Choices(wish, slots);
    choices.placed().forEach(matching::place);
    matching.used.addAll(choices.used());
    Labelled.of(wish, slots).forEach(matching::take);
    matching.digits();
    DialCode.of(matching.left(), slots).ifPresent(matching::take);
    matching.names();
    matching.values();
    matching.lastName();
    matching.kinds();
    matching.remaining();
    PlainWords.of(wish, slots).stream()
        .filter(one -> !matching.taken.contains(one.slot().ref()))
        .forEach(matching::place);
    matching.repeats();
    return matching;
  }

  /** Those of them that fulfil a condition. */
  Matching only(Predicate<Placed> condition) {
    var some = new Matching(wish, slots);
    placed.stream().filter(condition).forEach(some::place);
    return some;
  }

  List<Placed> placed() {
    return placed.stream()
        .sorted(Comparator.comparingInt(one -> one.slot().thing().order()))
        .toList();
  }

  /** Values that have found no place. */
  List<Mention> left() {
    return wish.mentions().stream().filter(one -> !used.contains(one)).toList();
  }

  private void take(Labelled.Text text) {
    wish.mentions().stream()
        .filter(one -> one.start() < text.end() && text.start() < one.end())
        .forEach(used::add);
    place(new Placed(text.slot(), text.value()));
  }

  private void take(DialCode dialled) {
    used.add(dialled.mention());
    place(dialled.code());
    place(dialled.number());
  }

  private void place(Placed one) {
    if (taken.add(one.slot().ref()) || one.slot().takesSeveral() && !placed.contains(one)) {
      placed.add(one);
    }
  }

  /** A code that is entered one sign to a box. */
  private void digits() {
    var boxes =
        slots.stream()
            .filter(one -> one.kind() != Slot.Kind.OPTIONS && one.thing().takesText())
            .filter(one -> one.thing().box().width() < 64)
            .toList();
    boolean together =
        boxes.size() > 2
            && boxes.stream().allMatch(one -> Rows.sameLine(one.thing(), boxes.getFirst().thing()));
    for (var mention : left()) {
      var signs = mention.text().replaceAll("[\\s-]", "");
      if (together && signs.length() == boxes.size() && signs.matches("[\\p{L}\\d]+")) {
        used.add(mention);
        for (int i = 0; i < boxes.size(); i++) {
          place(new Placed(boxes.get(i), signs.substring(i, i + 1)));
        }
        return;
      }
    }
  }

  private void values() {
    var pairs = new ArrayList<Pair>();
    for (var slot : slots) {
      for (var mention : wish.mentions()) {
        double tie = tie(mention, slot);
        if (tie >= LEAST && !used.contains(mention)) {
          pairs.add(new Pair(mention, slot, tie));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::tie).reversed());
    for (var pair : pairs) {
      if (!taken.contains(pair.slot().ref()) && used.add(pair.mention())) {
        place(new Placed(pair.slot(), written(pair.mention(), pair.slot())));
      }
    }
  }

  /** The only name that is left is for the only field for a person that is left. */
  private void lastName() {
    var names = left().stream().filter(one -> one.kind() == Mention.Kind.NAME).toList();
    var free = slots.stream().filter(one -> isForName(one) && !taken.contains(one.ref())).toList();
    if (names.size() == 1 && free.size() == 1 && names.getFirst().text().contains(" ")) {
      used.add(names.getFirst());
      place(new Placed(free.getFirst(), names.getFirst().text()));
    }
  }

  private static String written(Mention mention, Slot slot) {
    return slot.kind() == Slot.Kind.NUMBER ? mention.text().replace(',', '.') : mention.text();
  }

  /** 0 when the value is of a kind that the field does not take. */
  private double tie(Mention mention, Slot slot) {
    var meaning = slot.meaning();
    boolean taking =
        switch (slot.kind()) {
          case NUMBER -> mention.kind() == Mention.Kind.NUMBER;
          case DATE -> mention.kind() == Mention.Kind.DATE;
          case TIME -> mention.kind() == Mention.Kind.TIME;
          case TEXT ->
              Taking.takes(mention.kind(), slot, meaning)
                  || Taking.isAddress(mention) && Taking.isMail(slot);
          case OPTIONS, BOX -> false;
        };
    if (!taking || slot.isRepeat() && meaning != FieldMeaning.OTHER) {
      return 0;
    }
    return anchors.tie(mention, slot) + unique(mention, slot) - (doubtful(mention) ? 0.5 : 0);
  }

  private boolean doubtful(Mention mention) {
    return mention.isDoubtful(wish.words());
  }

  /** The only value of its kind for the only field of its kind. */
  private double unique(Mention mention, Slot slot) {
    if (Taking.isAddress(mention) && Taking.isMail(slot)) {
      return 2;
    }
    boolean aloneOfKind =
        wish.mentions().stream().filter(one -> one.kind() == mention.kind()).count() == 1;
    long sameSlots = slots.stream().filter(one -> one.kind() == slot.kind()).count();
    double sure =
        switch (mention.kind()) {
          case EMAIL, DATE, TIME -> 2;
          case PHONE -> slot.meaning() == FieldMeaning.PHONE ? 2 : 0;
          case NUMBER -> slot.kind() == Slot.Kind.NUMBER && sameSlots == 1 ? 0.9 : 0;
          case QUOTED -> slot.kind() == Slot.Kind.TEXT && sameSlots == 1 ? 0.9 : 0;
          case NAME -> sameSlots == 1 && isForName(slot) && !mention.text().endsWith("s") ? 0.7 : 0;
          default -> 0;
        };
    boolean old = sameSlots == 1 && Taking.isLike(slot.thing().value(), mention);
    return Math.max(old ? 1 : 0, aloneOfKind ? sure : sure / 3);
  }

  /** Not for a sentence, and not a number. */
  private static boolean isForName(Slot slot) {
    return slot.kind() == Slot.Kind.TEXT
        && PERSON.matcher(slot.label()).find()
        && slot.meaning() != FieldMeaning.MESSAGE
        && !slot.thing().tag().equals("textarea");
  }

  /** A full name where first and last name are asked for apart, or only one of them. */
  private void names() {
    for (var mention : left()) {
      var parts = mention.text().split(" ", 2);
      var first = free(FieldMeaning.FIRST_NAME);
      var last = free(FieldMeaning.LAST_NAME);
      boolean full = mention.kind() == Mention.Kind.NAME && parts.length == 2;
      if (full && (first != null || last != null)) {
        used.add(mention);
        place(first, parts[0]);
        place(last, parts[1]);
      }
    }
  }

  private void place(@org.jspecify.annotations.Nullable Slot slot, String value) {
    if (slot != null) {
      place(new Placed(slot, value));
    }
  }

  private @org.jspecify.annotations.Nullable Slot free(FieldMeaning meaning) {
    return slots.stream()
        .filter(one -> one.meaning() == meaning && !taken.contains(one.ref()))
        .findFirst()
        .orElse(null);
  }

  /** "Search for horror films": what the things looked for are, where that is asked for apart. */
  private void kinds() {
    var kind = KIND.matcher(wish.words());
    var free =
        slots.stream()
            .filter(one -> one.kind() == Slot.Kind.TEXT && !taken.contains(one.ref()))
            .filter(one -> KIND_OF.matcher(one.label()).find())
            .toList();
    if (free.size() == 1 && kind.find()) {
      place(free.getFirst(), kind.group(1));
    }
  }

  /** The last value goes into the last field, whatever that one is called. */
  private void remaining() {
    var values = left().stream().filter(one -> !doubtful(one)).toList();
    var free =
        slots.stream()
            .filter(one -> one.kind() == Slot.Kind.TEXT && !taken.contains(one.ref()))
            .toList();
    if (!placed.isEmpty()
        && values.size() == 1
        && free.size() == 1
        && (values.getFirst().kind() == Mention.Kind.QUOTED
            || placed.size() > 1
                && (values.getFirst().kind() == Mention.Kind.NAME
                    || values.getFirst().kind() == Mention.Kind.NUMBER))
        && Taking.takes(values.getFirst().kind(), free.getFirst(), free.getFirst().meaning())
        && !free.getFirst().isRepeat()) {
      used.add(values.getFirst());
      place(new Placed(free.getFirst(), values.getFirst().text()));
    }
  }

  /** What has to be given twice. */
  private void repeats() {
    for (var slot : slots) {
      if (slot.kind() == Slot.Kind.TEXT && slot.isRepeat() && !taken.contains(slot.ref())) {
        placed().stream()
            .filter(one -> one.slot().type().equals(slot.type()))
            .filter(one -> one.slot().thing().order() < slot.thing().order())
            .reduce((first, last) -> last)
            .ifPresent(one -> place(new Placed(slot, one.value())));
      }
    }
  }
}

package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The options and boxes of a page that a wish speaks of. */
final class Choices {
  private static final Pattern NEGATED =
      Pattern.compile(
          "(?i)(?:\\b(?:without|no|not|none|never|nor|except|skip|refuse|decline|leave out|instead"
              + " of|only on one|single)\\b|(?<!have|has|had|did)n['’]t\\b)[^.;]*$");
  private static final Pattern UNDONE_AFTER =
      Pattern.compile(
          "(?i)\\b(?:should|must|shall|may|can|will|would|need|is|are|do|does)"
              + " ?(?:not\\b|n['’]t\\b)");
  private static final Set<String> ASIDE = Set.of("should", "must", "shall", "may", "not", "be");
  private static final Pattern UNDONE =
      Pattern.compile(
          "(?i)\\b(?:untick|uncheck|clear|deselect|turn off|switch off|remove)\\b[^.;]*$");

  private static final String MONTH =
      "((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*)";
  private static final Pattern DAY =
      Pattern.compile(
          "(?i)\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?"
              + MONTH
              + "\\b|\\b"
              + MONTH
              + " (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b");

  private final Wish wish;
  private final List<Slot> slots;
  private final List<Matching.Placed> placed = new ArrayList<>();
  private final Set<Mention> used = new HashSet<>();

  Choices(Wish wish, List<Slot> slots) {
    this.wish = wish;
    this.slots = slots;
    timeInParts();
    dateInParts();
    for (var slot : slots) {
      if (slot.kind() == Slot.Kind.OPTIONS && !isPlaced(slot)) {
        option(slot);
      }
    }
    for (var slot : slots) {
      if (slot.kind() == Slot.Kind.BOX) {
        box(slot);
      }
    }
  }

  List<Matching.Placed> placed() {
    return placed;
  }

  Set<Mention> used() {
    return used;
  }

  private boolean isPlaced(Slot slot) {
    return placed.stream().anyMatch(one -> one.slot().ref() == slot.ref());
  }

  private void place(Slot slot, String value) {
    placed.add(new Matching.Placed(slot, value));
  }

  private void option(Slot slot) {
    record Named(String option, MatchResult at) {}
    var named =
        slot.offers().stream()
            .flatMap(option -> said(option).map(at -> new Named(option, at)).stream())
            .filter(one -> !one.option().matches("\\d{1,3}") || isCounted(slot, one.at()))
            .sorted(Comparator.comparingInt((Named one) -> -one.option().length()))
            .toList();
    var apart =
        named.stream()
            .filter(
                one ->
                    named.stream()
                        .noneMatch(
                            other ->
                                other.option().length() > one.option().length()
                                    && other.at().start() <= one.at().start()
                                    && other.at().end() >= one.at().end()))
            .filter(one -> !isNegated(one.at().start()))
            .toList();
    var exact = apart.stream().filter(one -> Texts.same(one.at().group(), one.option())).toList();
    var only = exact.size() == 1 ? exact : apart; // "Bills" is less meant by "bill"
    if (only.size() == 1) {
      take(only.getFirst().at());
      place(slot, only.getFirst().option());
    } else if (apart.size() > 1) {
      apart.stream()
          .filter(one -> tie(slot, one.at()) > 1)
          .max(Comparator.comparingDouble(one -> tie(slot, one.at())))
          .ifPresent(
              one -> {
                take(one.at());
                place(slot, one.option());
              });
    } else {
      meant(slot).ifPresent(option -> place(slot, option));
    }
  }

  /** "2 nights" is "two nights" as well. */
  private Optional<MatchResult> said(String option) {
    var number = Pattern.compile("(?<![\\d:.])\\d{1,2}(?= \\p{L})").matcher(option);
    return wish.at(option)
        .or(
            () ->
                number.find()
                    ? Texts.word(Integer.parseInt(number.group()))
                        .flatMap(word -> wish.at(number.replaceFirst(word)))
                    : Optional.empty());
  }

  /** A number is an option of a list only where the list is spoken of beside it. */
  private boolean isCounted(Slot slot, MatchResult at) {
    return tie(slot, at) > 1;
  }

  /** How near the words of the wish bring an option to its list; 0 when it is no value of it. */
  private double tie(Slot slot, MatchResult at) {
    return wish.mentions().stream()
        .filter(one -> one.start() <= at.start() && one.end() >= at.end())
        .findFirst()
        .map(one -> new Anchors(wish.words()).tie(one, slot))
        .orElse(0.0);
  }

  /** Another form of the same words: "medium" for "Medium size". */
  private Optional<String> meant(Slot slot) {
    var said = Words.concepts(wish.words());
    var meant =
        slot.offers().stream()
            .filter(option -> !Words.concepts(option).isEmpty() && !option.matches(".*\\d.*"))
            .filter(option -> said.containsAll(Words.concepts(option)))
            .toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  private void take(MatchResult at) {
    wish.mentions().stream()
        .filter(one -> one.start() < at.end() && at.start() < one.end())
        .forEach(used::add);
  }

  private boolean isNegated(int place) {
    var clause = clauseBefore(place);
    return NEGATED.matcher(clause).find() && clause.lastIndexOf(" but ") < 0;
  }

  private String clauseBefore(int place) {
    var before = wish.words().substring(0, place);
    int from = Math.max(before.lastIndexOf(". "), before.lastIndexOf(", but "));
    return from < 0 ? before : before.substring(from);
  }

  private void box(Slot slot) {
    var named = Words.concepts(slot.name());
    if (named.isEmpty()) {
      return;
    }
    int from = 0;
    for (var clause : wish.words().split("(?<=[.;,]) |(?= but )")) {
      var said = Words.concepts(clause);
      var shared = named.stream().filter(said::contains).toList();
      boolean whole = shared.size() == named.size();
      boolean about =
          !said.isEmpty()
              && UNDONE_AFTER.matcher(clause).find()
              && 2 * shared.size() >= said.stream().filter(one -> !ASIDE.contains(one)).count()
              && shared.stream().anyMatch(this::isOwn);
      if (whole || about || shared.contains(head(slot.name())) && isOwn(head(slot.name()))) {
        int at = from + firstOf(clause, Set.copyOf(shared));
        var upTo = clauseBefore(Math.min(wish.words().length(), at));
        boolean against = about || NEGATED.matcher(upTo).find() || UNDONE.matcher(upTo).find();
        boolean other =
            slot.name().matches("(?i).*\\b(?:both|two)\\b.*")
                && clause.matches("(?i).*\\b(?:one|single)\\b.*");
        place(slot, String.valueOf(!against && !other));
        return;
      }
      from +=
          clause.length()
              + (clause.endsWith(".") || clause.endsWith(",") || clause.endsWith(";") ? 1 : 0);
    }
  }

  /** The last word of a label says most. */
  private static String head(String label) {
    return Words.concepts(label).stream().reduce("", (first, last) -> last);
  }

  /** Long enough to mean something, and on no other box or list. */
  private boolean isOwn(String concept) {
    return concept.length() > 3
        && slots.stream().filter(one -> Words.concepts(one.name()).contains(concept)).count() == 1;
  }

  private static int firstOf(String clause, Set<String> concepts) {
    var match = Pattern.compile("[\\p{L}\\p{N}]+").matcher(clause);
    while (match.find()) {
      if (Words.concepts(match.group()).stream().anyMatch(concepts::contains)) {
        return match.start();
      }
    }
    return clause.length();
  }

  /** Lists for hour, minute and half of the day. */
  private void timeInParts() {
    var time = wish.mentions().stream().filter(one -> one.kind() == Mention.Kind.TIME).findFirst();
    var hours = lists("(?i).*\\bhours?\\b.*|hh?");
    var minutes = lists("(?i).*\\bmin(?:ute)?s?\\b.*|mm?");
    var numbers = slots.stream().filter(one -> one.kind() == Slot.Kind.NUMBER).toList();
    if (hours.isEmpty() && minutes.isEmpty() && numbers.size() == 2) {
      hours = Optional.of(numbers.getFirst()); // written as 7 : 30, without a word
      minutes = Optional.of(numbers.getLast());
    }
    if (time.isEmpty() || hours.isEmpty() || minutes.isEmpty()) {
      return;
    }
    var clock = LocalTime.parse(time.get().text());
    used.add(time.get());
    part(hours.get(), clock.getHour(), true);
    part(minutes.get(), clock.getMinute(), false);
    var half = clock.getHour() < 12 ? "AM" : "PM";
    for (var slot : slots) {
      slot.options().stream()
          .filter(o -> o.replace(".", "").strip().toUpperCase(Locale.ROOT).equals(half))
          .findFirst()
          .ifPresent(option -> place(slot, option));
    }
  }

  /** The half of the day is told apart. */
  private boolean hasHalves() {
    return slots.stream()
        .flatMap(one -> one.options().stream())
        .anyMatch(option -> option.replace(".", "").strip().matches("(?i)[ap]m"));
  }

  /** Lists for day, month and year. */
  private void dateInParts() {
    var said = wish.mentions().stream().filter(one -> one.kind() == Mention.Kind.DATE).findFirst();
    if (slots.stream().noneMatch(one -> one.kind() == Slot.Kind.OPTIONS)) {
      return;
    }
    if (said.isEmpty()) {
      dayInParts();
      return;
    }
    var date = java.time.LocalDate.parse(said.get().text());
    var month = date.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
    for (var slot : slots) {
      var all = String.join(" ", slot.options()).toLowerCase(Locale.ROOT);
      var wanted =
          all.contains("jan")
              ? month.substring(0, 3) + "(?:" + month.substring(3) + ")?"
              : all.matches(".*\\b20\\d\\d\\b.*")
                  ? String.valueOf(date.getYear())
                  : all.contains(" 30 31") ? "0?" + date.getDayOfMonth() : "";
      slot.options().stream()
          .filter(option -> !wanted.isEmpty() && option.strip().matches("(?i)" + wanted))
          .findFirst()
          .ifPresent(
              option -> {
                used.add(said.get());
                place(slot, option);
              });
    }
  }

  /** "On 14 March", the year unsaid: lists for day and month. */
  private void dayInParts() {
    var day = DAY.matcher(wish.words());
    if (!day.find()) {
      return;
    }
    var number = day.group(1) != null ? day.group(1) : day.group(4);
    var month = (day.group(1) != null ? day.group(2) : day.group(3)).substring(0, 3);
    for (var slot : slots) {
      var all = String.join(" ", slot.options()).toLowerCase(Locale.ROOT);
      var wanted =
          all.contains("jan")
              ? month + "\\p{L}*"
              : all.contains(" 30 31") ? "0?" + Integer.parseInt(number) : "";
      slot.options().stream()
          .filter(option -> !wanted.isEmpty() && option.strip().matches("(?i)" + wanted))
          .findFirst()
          .ifPresent(
              option -> {
                take(day.toMatchResult());
                place(slot, option);
              });
    }
  }

  private Optional<Slot> lists(String label) {
    return slots.stream()
        .filter(one -> one.label().strip().matches(label))
        .filter(one -> one.kind() == Slot.Kind.OPTIONS || one.kind() == Slot.Kind.NUMBER)
        .findFirst();
  }

  private void part(Slot slot, int number, boolean hour) {
    if (slot.kind() == Slot.Kind.NUMBER) {
      place(slot, String.valueOf(hour && hasHalves() ? (number + 11) % 12 + 1 : number));
      return;
    }
    boolean twelve = slot.options().stream().noneMatch(o -> o.strip().matches("1[3-9]|2\\d"));
    int shown = twelve && hour ? (number + 11) % 12 + 1 : number;
    slot.options().stream()
        .filter(option -> option.strip().matches("0?" + shown))
        .findFirst()
        .ifPresent(option -> place(slot, option));
  }
}

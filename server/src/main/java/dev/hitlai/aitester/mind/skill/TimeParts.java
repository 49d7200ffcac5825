package dev.hitlai.aitester.mind.skill;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A time or a date of a wish where a page asks for its parts: hour and minute, day and month. */
final class TimeParts {
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

  TimeParts(Wish wish, List<Slot> slots) {
    this.wish = wish;
    this.slots = slots;
    timeInParts();
    dateInParts();
  }

  List<Matching.Placed> placed() {
    return placed;
  }

  Set<Mention> used() {
    return used;
  }

  private void place(Slot slot, String value) {
    placed.add(new Matching.Placed(slot, value));
  }

  private void take(MatchResult at) {
    wish.mentions().stream()
        .filter(one -> one.start() < at.end() && at.start() < one.end())
        .forEach(used::add);
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

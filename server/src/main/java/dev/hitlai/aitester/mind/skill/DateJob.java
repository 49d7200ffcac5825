package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Brings a date into a date field, a text field, three lists, or a calendar to leaf through. */
final class DateJob implements Job {
  private static final int MOST_MOVES = 60;

  private final LocalDate date;
  private final String asWritten;
  private final String label;
  private boolean typed;
  private boolean opened;
  private boolean pressed;
  private int moves;
  private int lists;

  /**
   * @param asWritten the words in which the mission gave the date
   * @param label what the field is called, empty when not said
   */
  DateJob(LocalDate date, String asWritten, String label) {
    this.date = date;
    this.asWritten = asWritten;
    this.label = label;
  }

  @Override
  public boolean fits(Sight now) {
    return dateField(now).isPresent()
        || textField(now).isPresent()
        || opener(now).isPresent()
        || Calendar.shown(now)
        || parts(now).size() >= 2;
  }

  @Override
  public Turn turn(Sight now) {
    if (pressed || moves++ > MOST_MOVES) {
      return pressed ? Turn.done() : Turn.stuck("the calendar does not get to " + date);
    }
    if (opened || Calendar.shown(now) && textField(now).isEmpty() && dateField(now).isEmpty()) {
      var leaf = leaf(now);
      if (leaf.isPresent()) {
        return leaf.get();
      }
    }
    var parts = parts(now);
    if (parts.size() >= 2) {
      return choosePart(parts, now);
    }
    if (typed) {
      return Turn.done();
    }
    return dateField(now)
        .map(field -> type(field, date.toString(), now))
        .or(() -> textField(now).map(field -> type(field, inFormOf(field, now), now)))
        .or(() -> opener(now).map(thing -> open(thing, now)))
        .orElseGet(() -> Turn.stuck("there is nowhere to put a date"));
  }

  private Turn type(Thing field, String text, Sight now) {
    typed = true;
    return Turn.act(new Action.Type(now.element(field), text), "the date goes here");
  }

  private Turn open(Thing thing, Sight now) {
    if (opened) {
      return Turn.stuck("no calendar opens");
    }
    opened = true;
    return Turn.press(now, thing, "a calendar may open");
  }

  private Optional<Thing> dateField(Sight now) {
    return now.fields().stream()
        .filter(f -> f.type().equals("date"))
        .filter(f -> isMeant(f, now))
        .findFirst();
  }

  private boolean isMeant(Thing field, Sight now) {
    return label.isBlank()
        || FieldNames.fit(label, field, now) >= 0.5
        || now.fields().stream().filter(f -> f.type().equals("date")).count() == 1;
  }

  /** A field for typing that speaks of dates, or the only one. */
  private Optional<Thing> textField(Sight now) {
    var fields = now.fields().stream().filter(Thing::takesText).toList();
    return fields.stream()
        .filter(f -> !label.isBlank() && FieldNames.fit(label, f, now) >= 0.6)
        .findFirst()
        .or(
            () ->
                fields.stream()
                    .filter(f -> FieldNames.fit("date", f, now) >= 0.5 || looksDated(f))
                    .findFirst())
        .or(
            () ->
                label.isBlank() && fields.size() == 1
                    ? Optional.of(fields.getFirst())
                    : Optional.empty());
  }

  private static boolean looksDated(Thing field) {
    var control = field.control();
    return control != null
        && control.field() != null
        && control.field().placeholder().matches("(?i).*(?:[dmy]{2,4}[-/. ]){2}[dmy]{2,4}.*");
  }

  private String inFormOf(Thing field, Sight now) {
    return DateText.wanted(date, field, now).orElseGet(this::usual);
  }

  private String usual() {
    var written =
        java.util.regex.Pattern.compile(
                "\\b(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})\\b")
            .matcher(asWritten);
    return written.find()
        ? written.group()
        : date.format(DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT));
  }

  /**
   * What opens a calendar when pressed: a field that can't be typed into, a button with a calendar.
   */
  private Optional<Thing> opener(Sight now) {
    var candidates =
        now.matching(t -> !t.takesText() && !t.node().disabled())
            .filter(
                t ->
                    t.isField() && t.control() != null && t.control().state().readOnly()
                        || t.isPressable()
                            && (Texts.contains(t.label() + " " + t.node().name(), "date")
                                || Texts.contains(t.label(), "calendar")
                                || Icons.likeness("calendar", t.node().hint()) > 0
                                    && !t.hasWords()))
            .toList();
    return candidates.stream()
        .filter(t -> !label.isBlank() && FieldNames.fit(label, t, now) >= 0.5)
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }

  private Optional<Turn> leaf(Sight now) {
    return Calendar.of(now)
        .map(
            calendar -> {
              long months = ChronoUnit.MONTHS.between(calendar.month(), date.withDayOfMonth(1));
              if (months == 0) {
                return calendar
                    .day(date.getDayOfMonth(), now)
                    .map(
                        day -> {
                          pressed = true;
                          return Turn.press(now, day, "this is the day");
                        })
                    .orElseGet(() -> Turn.stuck("the day is not in the calendar"));
              }
              return calendar
                  .turner(months, now)
                  .map(t -> Turn.press(now, t, "the calendar shows another month"))
                  .orElseGet(() -> Turn.stuck("the calendar can't be turned"));
            });
  }

  /** Lists for day, month and year. */
  private static List<Thing> parts(Sight now) {
    return now.matching(t -> t.tag().equals("select") && t.control() != null && isPart(t)).toList();
  }

  private static boolean isPart(Thing list) {
    var field = list.control() == null ? null : list.control().field();
    if (field == null) {
      return false;
    }
    var options = String.join(" ", field.options()).toLowerCase(Locale.ROOT);
    return options.contains("january")
        || options.contains("jan feb")
        || options.contains(" 30 31")
        || options.matches(".*\\b(?:19|20)\\d\\d (?:19|20)\\d\\d\\b.*");
  }

  /** Below lists for month and year the days stand in a calendar. */
  private Optional<Turn> inGrid(Sight now) {
    var day = String.valueOf(date.getDayOfMonth());
    boolean listed =
        parts(now).stream()
            .map(t -> now.element(t).field())
            .anyMatch(f -> f != null && String.join(" ", f.options()).contains(" 30 31"));
    var days = Nesting.innermost(now.matching(t -> t.text().equals(day) && !t.isField()).toList());
    pressed = true;
    return listed || days.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Turn.press(
                now,
                date.getDayOfMonth() > 15 ? days.getLast() : days.getFirst(),
                "this is the day"));
  }

  private Turn choosePart(List<Thing> parts, Sight now) {
    var sorted = parts.stream().sorted(Comparator.comparingInt(Thing::order)).toList();
    if (lists >= sorted.size()) {
      return inGrid(now).orElseGet(Turn::done);
    }
    var list = sorted.get(lists++);
    var control = now.element(list);
    var options = control.field() == null ? List.<String>of() : control.field().options();
    var all = String.join(" ", options).toLowerCase(Locale.ROOT);
    var month = date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    var wanted =
        all.contains("jan")
            ? options.stream()
                .filter(
                    o ->
                        month.toLowerCase(Locale.ROOT).startsWith(o.toLowerCase(Locale.ROOT))
                            && o.length() >= 3)
                .findFirst()
                .orElse(month)
            : all.matches(".*\\b(?:19|20)\\d\\d\\b.*")
                ? String.valueOf(date.getYear())
                : String.valueOf(date.getDayOfMonth());
    return Turn.act(new Action.Select(control, wanted), "a part of the date");
  }
}

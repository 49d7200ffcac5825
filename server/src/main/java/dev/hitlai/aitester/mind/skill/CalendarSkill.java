package dev.hitlai.aitester.mind.skill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Days told in whatever way, pressed in the month that is drawn: spans, weekdays, "in two weeks".
 */
final class CalendarSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:select|choose|pick|click|press|tap|mark|set|find|go"
              + " to|book|reserve|rent|stay|block|request|take|plan|schedule|enter|hire|arrange|add|open|highlight|get|order)\\b(.*)$");
  private static final Pattern OPENER =
      Pattern.compile(
          "(?i)\\b(?:dates?|when|stay|arrival|check[-"
              + " ]?in|calendar|days?|period|nights?)\\b|📅|🗓");
  private static final Pattern BOOKING =
      Pattern.compile(
          "(?i)^(?:book|reserve|rent|stay|block|request|plan|schedule|hire|arrange|order)\\b.*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    if (DayGrid.of(now).isEmpty()) {
      return closed(ahead.plain(ahead.first()), ahead, now);
    }
    if (now.fields().stream().anyMatch(Thing::takesText) && !DayGrid.isOpenAlone(now)) {
      return Optional.empty();
    }
    var dates = dates(ahead.plain(ahead.first()), DayGrid.of(now).get());
    if (dates.isEmpty()) {
      return Optional.empty();
    }
    boolean sends = BOOKING.matcher(ahead.first()).matches() && ahead.texts().size() == 1;
    return Assignment.of(new CalendarJob(dates, sends ? ahead.plain(ahead.first()) : ""));
  }

  /** A span of days for a calendar that is not open yet. */
  private static Optional<Assignment> closed(String words, Clauses ahead, Sight now) {
    var today = LocalDate.now(java.time.ZoneOffset.UTC);
    var span = SpokenDays.span(words, new DayGrid(today.withDayOfMonth(1), Optional.empty()));
    boolean typed =
        now.fields().stream()
            .anyMatch(f -> f.type().equals("date") || f.takesText() && isDated(f, now));
    if (span.isEmpty() || typed || opener(now).isEmpty()) {
      return Optional.empty();
    }
    var next = ahead.plain(ahead.at(1));
    var opening =
        new Once(sight -> opener(sight).map(t -> Turn.press(sight, t, "it may show the days")));
    return Assignment.of(
        new Sequence(
            List.of(
                opening,
                new LaterJob(ahead.first(), ahead.quotations()),
                new Once(sight -> done(next, sight)))));
  }

  private static boolean isDated(Thing field, Sight now) {
    return FieldNames.fit("date", field, now) >= 0.5
        || FieldNames.fit("arrival", field, now) >= 0.5;
  }

  private static Optional<Thing> opener(Sight now) {
    return now.matching(t -> t.isPressable() && !t.takesText() && !t.node().disabled())
        .filter(t -> t.label().length() < 40 && OPENER.matcher(t.label() + " " + t.value()).find())
        .filter(t -> !Commit.isEnd(t))
        .reduce((outer, inner) -> inner.isIn(outer) ? inner : outer);
  }

  /** What was chosen may have to be taken over before the calendar goes. */
  private static Optional<Turn> done(String next, Sight now) {
    return DayGrid.of(now).isEmpty()
        ? Optional.of(Turn.done())
        : now.matching(
                t ->
                    t.isPressable()
                        && t.label().matches("(?i)\\W*(?:done|ok|apply|set|use these dates)\\W*"))
            .filter(t -> !Texts.contains(next, t.label()))
            .findFirst()
            .map(t -> Turn.press(now, t, "the days are chosen"))
            .or(() -> Optional.of(Turn.done()));
  }

  /** Presses the days that the words tell, where a month is drawn and no field asks for a date. */
  static Optional<Job> job(String words, Sight now) {
    var grid = DayGrid.of(now);
    if (grid.isEmpty() || !DayGrid.isOpenAlone(now)) {
      return Optional.empty();
    }
    var dates = dates(words, grid.get());
    return dates.isEmpty() ? Optional.empty() : Optional.of(new CalendarJob(dates, ""));
  }

  /** The days that are told, by the month that is shown. */
  private static List<LocalDate> dates(String words, DayGrid grid) {
    var span = SpokenDays.span(words, grid);
    return span.isEmpty() ? SpokenDays.one(words, grid).map(List::of).orElse(List.of()) : span;
  }
}

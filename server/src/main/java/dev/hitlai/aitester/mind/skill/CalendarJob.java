package dev.hitlai.aitester.mind.skill;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Leafs to each of the days and presses it. */
final class CalendarJob implements Job {
  private static final int MOST_MOVES = 38;

  private final List<LocalDate> dates;
  private final String sentBy;
  private int current;
  private int moves;

  /**
   * @param sentBy words of the button that is pressed in the end, empty for none
   */
  CalendarJob(List<LocalDate> dates, String sentBy) {
    this.dates = List.copyOf(dates);
    this.sentBy = sentBy;
  }

  @Override
  public Turn turn(Sight now) {
    if (current > dates.size() || moves++ > MOST_MOVES) {
      return Turn.done();
    }
    if (current == dates.size()) {
      current++;
      return sentBy.isEmpty()
          ? Turn.done()
          : Commit.find(now, sentBy)
              .map(t -> Turn.press(now, t, "the days are chosen"))
              .orElseGet(Turn::done);
    }
    var date = dates.get(current);
    var calendar = Calendar.of(now);
    long months =
        calendar.map(c -> ChronoUnit.MONTHS.between(c.month(), date.withDayOfMonth(1))).orElse(0L);
    if (months != 0 && calendar.get().turner(months, now).isPresent()) {
      return Turn.press(
          now, calendar.get().turner(months, now).get(), "the calendar shows another month");
    }
    current++;
    return DayGrid.cell(date.getDayOfMonth(), now)
        .map(day -> Turn.press(now, day, "this is the day"))
        .orElseGet(() -> Turn.stuck("the day is not in the calendar"));
  }
}

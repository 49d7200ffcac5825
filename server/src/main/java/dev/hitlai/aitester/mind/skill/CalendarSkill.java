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
  private static final Pattern BOOKING =
      Pattern.compile(
          "(?i)^(?:book|reserve|rent|stay|block|request|plan|schedule|hire|arrange|order)\\b.*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches() || DayGrid.of(now).isEmpty()) {
      return Optional.empty();
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

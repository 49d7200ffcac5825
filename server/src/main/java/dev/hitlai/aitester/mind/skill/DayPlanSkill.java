package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "Put a meeting of an hour between 4 pm and 8 pm": drawn over the hours of a day. */
final class DayPlanSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:create|add|make|schedule|plan|put|enter|set"
              + " up|book|draw|block)\\b.*\\b(?:event|meeting|appointment|entry|slot|block|session|call|lesson|visit|lunch|class|shift)\\b.*");
  private static final int FEWEST_HOURS = 6;
  private static final int STEP = 30;

  /** The hours of a day one under the other, each with the top of its line. */
  private record Day(TreeMap<LocalTime, Double> tops, double hour, List<Thing> cells) {
    double at(LocalTime time) {
      var floor = tops.floorEntry(time);
      return floor == null
          ? Double.NaN
          : floor.getValue() + hour * Duration.between(floor.getKey(), time).toMinutes() / 60.0;
    }

    Optional<Thing> cell(double y) {
      return cells.stream()
          .filter(t -> y >= t.box().y() && y < t.box().y() + t.box().height())
          .findFirst();
    }
  }

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.plain(ahead.first());
    var times =
        SpokenTime.PATTERN
            .matcher(clause)
            .results()
            .map(MatchResult::group)
            .map(SpokenTime::in)
            .flatMap(Optional::stream)
            .toList();
    if (!ASKED.matcher(clause).matches() || times.isEmpty()) {
      return Optional.empty();
    }
    var length = EndTime.duration(clause);
    var latest = times.size() > 1 ? times.get(1) : times.get(0).plus(length);
    var whole = length.isZero() ? Duration.between(times.get(0), latest) : length;
    var drawing = new Once(sight -> draw(sight, times.get(0), latest, whole));
    if (whole.isZero() || whole.isNegative() || !drawing.fits(now)) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>(List.of(drawing));
    var names = ahead.quotedIn(ahead.first());
    if (!names.isEmpty()) {
      jobs.add(
          new EnterJob(
              "Q" + ahead.quotations().indexOf(names.getFirst()), Target.of("", ahead), ahead));
    }
    return Assignment.of(new Sequence(jobs));
  }

  /** At the first time within the limits that nothing is in the way. */
  private static Optional<Turn> draw(Sight now, LocalTime from, LocalTime to, Duration length) {
    var day = day(now);
    return day.isEmpty()
        ? Optional.empty()
        : Stream.iterate(from, time -> time.plusMinutes(STEP))
            .limit(48)
            .takeWhile(time -> !time.plus(length).isAfter(to) && !time.plus(length).isBefore(time))
            .map(time -> draw(day.get(), time, time.plus(length), now))
            .flatMap(Optional::stream)
            .findFirst();
  }

  private static Optional<Turn> draw(Day day, LocalTime from, LocalTime to, Sight now) {
    double top = day.at(from);
    double bottom = day.at(to);
    var first = day.cell(top + 3);
    var last = day.cell(bottom - 3);
    if (first.isEmpty() || last.isEmpty() || !isFree(top, bottom, first.get(), now)) {
      return Optional.empty();
    }
    return Optional.of(
        Turn.act(
            new Action.Drag(now.element(first.get()), now.element(last.get()), 0.5, 0.75),
            "it is to be from " + from + " to " + to));
  }

  private static boolean isFree(double top, double bottom, Thing cell, Sight now) {
    return now.matching(t -> t.hasWords() && t.isLeaf())
        .filter(t -> t.box().x() < cell.centerX() && t.box().x() + t.box().width() > cell.centerX())
        .noneMatch(t -> t.box().y() < bottom - 2 && t.box().y() + t.box().height() > top + 2);
  }

  private static Optional<Day> day(Sight now) {
    var tops = new TreeMap<LocalTime, Double>();
    double right = 0;
    for (var label : now.things()) {
      var time =
          label.own().matches("(?i)\\d{1,2}(?::\\d\\d)? ?(?:[ap]m)?")
              ? hour(label)
              : Optional.<LocalTime>empty();
      if (time.isPresent()) {
        var line = line(label);
        tops.putIfAbsent(time.get(), line.box().y());
        right = Math.max(right, label.box().x() + label.box().width());
      }
    }
    if (tops.size() < FEWEST_HOURS) {
      return Optional.empty();
    }
    double minutes = Duration.between(tops.firstKey(), tops.lastKey()).toMinutes();
    double hour = (tops.lastEntry().getValue() - tops.firstEntry().getValue()) * 60 / minutes;
    double edge = right;
    var cells =
        now.matching(t -> t.isLeaf() && !t.hasWords() && t.box().width() > 30)
            .filter(t -> t.centerX() > edge && t.box().height() > 6)
            .filter(t -> t.box().height() <= hour + 4 && !t.isField())
            .toList();
    return hour < 12 || cells.size() < FEWEST_HOURS
        ? Optional.empty()
        : Optional.of(new Day(tops, hour, cells));
  }

  private static Optional<LocalTime> hour(Thing label) {
    var words = label.own().matches("\\d{1,2}") ? label.own() + ":00" : label.own();
    return SpokenTime.in(words);
  }

  /** The line of the label, as long as it holds no other one. */
  private static Thing line(Thing label) {
    var parent = label.parent();
    return parent != null && parent.text().equals(label.text()) ? parent : label;
  }
}

package dev.hitlai.aitester.mind.skill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A month drawn as a grid of days.
 *
 * @param month the first of it
 * @param title what names it
 */
record Calendar(LocalDate month, Thing title) {

  static boolean shown(Sight now) {
    return of(now).isPresent();
  }

  static Optional<Calendar> of(Sight now) {
    if (days(now).size() < 27) {
      return Optional.empty();
    }
    return now.matching(t -> t.text().length() < 60 && !t.isField())
        .filter(t -> Dates.monthIn(t.text()).isPresent() || Dates.monthIn(t.own()).isPresent())
        .reduce((first, last) -> last.isIn(first) ? last : first)
        .flatMap(
            t ->
                Dates.monthIn(t.text())
                    .or(() -> Dates.monthIn(t.own()))
                    .map(month -> new Calendar(month, t)))
        .or(() -> apart(now));
  }

  /** Month and year as two words on one line. */
  private static Optional<Calendar> apart(Sight now) {
    var years = now.matching(t -> t.own().matches("(?:19|20)\\d\\d") && !t.isField()).toList();
    return now.matching(t -> t.own().matches("\\p{L}{3,9}") && !t.isField())
        .flatMap(
            t ->
                years.stream()
                    .filter(year -> Rows.sameLine(year, t))
                    .flatMap(year -> Dates.monthIn(t.own() + " " + year.own()).stream())
                    .map(month -> new Calendar(month, t)))
        .findFirst();
  }

  private static List<Thing> days(Sight now) {
    return Nesting.innermost(
        now.matching(t -> t.text().matches("\\d{1,2}") && !t.isField()).toList());
  }

  /** The cell of a day; days of other months stand before the first and after the last. */
  Optional<Thing> day(int number, Sight now) {
    var days =
        days(now).stream().filter(t -> t.centerY() > title.box().y() && !t.isIn(title)).toList();
    var first = days.stream().filter(t -> t.text().matches("0?1")).findFirst();
    return days.stream()
        .filter(t -> first.isEmpty() || t.order() >= first.get().order())
        .filter(t -> Integer.parseInt(t.text()) == number)
        .findFirst();
  }

  /** What leafs towards the month: a year at a time when that helps and is offered. */
  Optional<Thing> turner(long months, Sight now) {
    boolean forth = months > 0;
    if (Math.abs(months) >= 12) {
      var year =
          pressable(
              forth ? "next year|»|>>|forward a year" : "previous year|prev year|«|<<|back a year",
              now);
      if (year.isPresent()) {
        return year;
      }
    }
    return pressable(
            forth
                ? "next(?: month)?|›|>|▶|▸|→|later|forward"
                : "prev(?:ious)?(?: month)?|‹|<|◀|◂|←|earlier|back",
            now)
        .or(
            () ->
                now.matching(
                        t ->
                            !t.hasWords()
                                && t.isPressable()
                                && Icons.likeness(
                                        forth ? "next" : "previous",
                                        t.node().hint() + " " + t.node().name())
                                    > 0)
                    .findFirst());
  }

  private static Optional<Thing> pressable(String words, Sight now) {
    return now.matching(
            t -> t.text().length() < 25 && !t.isField() && (t.isPressable() || t.isLeaf()))
        .filter(
            t ->
                t.text().matches("(?i)\\W*(?:" + words + ")\\W*")
                    || t.node().name().matches("(?i)\\W*(?:" + words + ")\\W*") && t.isPressable())
        .reduce((first, last) -> last.isIn(first) && !first.isPressable() ? last : first);
  }
}

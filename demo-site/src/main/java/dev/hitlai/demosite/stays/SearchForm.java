package dev.hitlai.demosite.stays;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where, when, how many: the form on top of home page and results. */
final class SearchForm {

  private SearchForm() {}

  static String html(StayVisit visit, Trip trip) {
    return visit.part(
        "search",
        Map.of(
            "places", places(trip.place()),
            "arrive", text(trip.arrive()),
            "depart", text(trip.depart()),
            "today", visit.today(),
            "guests", trip.guests(),
            "guestsInWords", trip.guestsInWords()));
  }

  static String text(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private static List<Map<String, Object>> places(String chosen) {
    return Stream.concat(
            Stream.of(Choices.row("", "Anywhere", chosen)),
            Houses.PLACES.stream().map(place -> Choices.row(place, place, chosen)))
        .toList();
  }
}

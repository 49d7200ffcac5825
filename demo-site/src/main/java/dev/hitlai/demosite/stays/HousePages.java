package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Euros;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of one house, with the calendar of its free days. */
final class HousePages {

  private static final Euros CREPT_UP = new Euros(600);

  private final Houses houses;

  HousePages(Houses houses) {
    this.houses = houses;
  }

  Response house(StayVisit visit) {
    return houses
        .bySlug(visit.pathAfter("/stay/"))
        .map(house -> page(visit, house))
        .orElseGet(visit::notFound);
  }

  private static Response page(StayVisit visit, House house) {
    Trip trip = visit.session().trip();
    Map<String, Object> values = new HashMap<>();
    values.put("slug", house.slug());
    values.put("name", house.name());
    values.put("place", house.place());
    values.put("kind", house.kind());
    values.put("street", house.street());
    values.put("blurb", house.blurb());
    values.put("about", house.about());
    values.put("mark", house.mark());
    values.put("reviews", house.reviews());
    values.put("sleeps", house.sleeps());
    values.put("comforts", house.comforts());
    values.put(
        "night", visit.has("house-price-differs") ? house.night().plus(CREPT_UP) : house.night());
    values.put("twoNights", house.night().times(2));
    values.put("week", house.night().times(7));
    values.put("arrive", SearchForm.text(trip.arrive()));
    values.put("depart", SearchForm.text(trip.depart()));
    values.put("today", visit.today());
    values.put("guests", guests(trip));
    values.put("problem", visit.session().takeNotice());
    YearMonth month = YearMonth.from(visit.today()).plusMonths(1);
    values.put(
        "month",
        month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear());
    values.put("weeks", weeks(month, house));
    return visit.page("house", house.name() + ", " + house.place(), values);
  }

  private static List<Map<String, Object>> guests(Trip trip) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int count = 1; count <= Trip.MOST_GUESTS; count++) {
      rows.add(Choices.row("" + count, "" + count, "" + trip.guests()));
    }
    return rows;
  }

  /** Weeks from Monday; a house is taken on every eleventh day or so, depending on its name. */
  private static List<Map<String, Object>> weeks(YearMonth month, House house) {
    List<Map<String, Object>> weeks = new ArrayList<>();
    LocalDate monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
    while (!monday.isAfter(month.atEndOfMonth())) {
      List<Map<String, Object>> days = new ArrayList<>();
      for (int day = 0; day < 7; day++) {
        days.add(day(month, monday.plusDays(day), house));
      }
      weeks.add(Map.of("days", days));
      monday = monday.plusWeeks(1);
    }
    return weeks;
  }

  private static Map<String, Object> day(YearMonth month, LocalDate date, House house) {
    boolean inside = YearMonth.from(date).equals(month);
    boolean free = (date.getDayOfMonth() + house.hue()) % 11 > 1;
    return Map.of(
        "inside", inside,
        "free", free,
        "number", inside ? "" + date.getDayOfMonth() : "",
        "date", date);
  }

  Response map(StayVisit visit) {
    @Nullable House house = houses.bySlug(visit.request().query("house")).orElse(null);
    return house == null
        ? visit.notFound()
        : Response.html(
            visit.part("map", Map.of("street", house.street(), "place", house.place())));
  }
}

package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Euros;
import dev.hitlai.demosite.site.Pause;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The list of houses that fit a trip, narrowed by filters and in a chosen order. */
final class ResultPages {

  private static final int SHOWN_AT_FIRST = 6;
  private static final int SLOW_MILLIS = 1_900;
  private static final int DEAREST = 200;

  private final Houses houses;

  ResultPages(Houses houses) {
    this.houses = houses;
  }

  Response results(StayVisit visit) {
    boolean filtered = visit.request().query().containsKey("most");
    boolean forgets = filtered && visit.has("results-filter-forgets-dates");
    Trip known = forgets ? Trip.anytime() : visit.session().trip();
    Trip trip = known.with(visit.request());
    String problem =
        visit.has("results-departure-before-arrival") ? "" : trip.problem(visit.today());
    visit.session().travel(trip);
    if (visit.has("results-slow") && filtered) {
      Pause.millis(SLOW_MILLIS);
    }
    List<House> found = problem.isEmpty() ? found(visit, trip) : List.of();
    Map<String, Object> values = new HashMap<>(filters(visit));
    values.put("search", SearchForm.html(visit, trip));
    values.put("problem", problem);
    values.put("heading", heading(trip));
    values.put("dates", visit.has("results-date-ambiguous") ? trip.inFigures() : trip.inWords());
    values.put("guestsInWords", trip.guestsInWords());
    values.put("count", found.size() == 1 ? "1 house" : found.size() + " houses");
    values.put("nothing", found.isEmpty() && problem.isEmpty());
    values.put("houses", rows(found, trip));
    values.put("more", found.size() > SHOWN_AT_FIRST);
    values.put("pins", pins(found));
    return visit.page("results", problem.isEmpty() ? heading(trip) : "Error: Stays", values);
  }

  private static String heading(Trip trip) {
    return trip.place().isEmpty() ? "Stays on the whole coast" : "Stays in " + trip.place();
  }

  private List<House> found(StayVisit visit, Trip trip) {
    Map<String, String> query = visit.request().query();
    int most = most(visit);
    Stream<House> fitting =
        houses.all().stream()
            .filter(house -> trip.place().isEmpty() || house.place().equals(trip.place()))
            .filter(
                house -> house.sleeps() >= trip.guests() || visit.has("results-too-small-houses"))
            .filter(house -> house.night().cents() <= most * 100)
            .filter(house -> !query.containsKey("dogs") || house.comforts().contains("Dogs"))
            .filter(house -> kind(visit).isEmpty() || house.kind().equals(kind(visit)));
    return fitting.sorted(order(visit)).toList();
  }

  private static Comparator<House> order(StayVisit visit) {
    Comparator<House> byRating = Comparator.comparingInt(House::rating);
    Comparator<House> byPrice = Comparator.comparingInt(house -> house.night().cents());
    return switch (visit.request().query("sort")) {
      case "rating" -> visit.has("results-sort-rating-wrong") ? byRating : byRating.reversed();
      case "price" -> byPrice;
      default -> Comparator.comparingInt(House::reviews).reversed();
    };
  }

  private static String kind(StayVisit visit) {
    return visit.request().query("kind");
  }

  private static int most(StayVisit visit) {
    String typed = visit.request().query("most");
    return typed.matches("\\d{2,3}") ? Integer.parseInt(typed) : DEAREST;
  }

  private static Map<String, Object> filters(StayVisit visit) {
    String sort = visit.request().query("sort");
    return Map.of(
        "most", most(visit),
        "dogs", visit.request().query().containsKey("dogs"),
        "kinds",
            Stream.concat(
                    Stream.of(Choices.row("", "All kinds", kind(visit))),
                    Houses.KINDS.stream().map(kind -> Choices.row(kind, kind, kind(visit))))
                .toList(),
        "sorts",
            List.of(
                Choices.row("", "Most booked", sort),
                Choices.row("rating", "Best rated first", sort),
                Choices.row("price", "Lowest price first", sort)));
  }

  private static List<Map<String, Object>> rows(List<House> found, Trip trip) {
    return Stream.iterate(0, index -> index < found.size(), index -> index + 1)
        .map(index -> row(found.get(index), trip, index >= SHOWN_AT_FIRST))
        .toList();
  }

  private static Map<String, Object> row(House house, Trip trip, boolean later) {
    Map<String, Object> row = new HashMap<>();
    Euros total = house.night().times((int) trip.nights());
    row.put("slug", house.slug());
    row.put("name", house.name());
    row.put("place", house.place());
    row.put("kind", house.kind());
    row.put("night", house.night());
    row.put("total", trip.nights() == 0 ? "" : total + " for " + trip.nightsInWords());
    row.put("mark", house.mark());
    row.put("stars", "★".repeat(house.rating() / 20) + "☆".repeat(5 - house.rating() / 20));
    row.put("reviews", house.reviews());
    row.put("comforts", house.comfortsInWords());
    row.put("breakfast", house.comforts().contains("Breakfast"));
    row.put("stepFree", house.comforts().contains("Step-free"));
    row.put("later", later);
    row.put("broken", house.slug().equals("peat-lane"));
    return row;
  }

  private static List<Map<String, Object>> pins(List<House> found) {
    return found.stream()
        .limit(4)
        .map(
            house ->
                Map.<String, Object>of(
                    "slug", house.slug(), "name", house.name(), "night", house.night()))
        .toList();
  }
}

package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.site.Euros;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What stands beside each step of a booking. */
final class BookingSummary {

  private static final List<String> STEPS = List.of("Guest", "Extras", "Payment");

  private BookingSummary() {}

  /**
   * @param last whether it is the last step, the only one on which the flawed site shows its fee
   */
  static Map<String, Object> of(StayVisit visit, boolean last) {
    Plan plan = visit.session().plan();
    House house = Objects.requireNonNull(plan.house());
    Trip trip = visit.session().trip();
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(row(trip.nightsInWords(), house.night().times((int) trip.nights())));
    Euros extras = plan.extras().price(trip);
    if (extras.cents() > 0) {
      rows.add(row("Extras", extras));
    }
    if (last && visit.has("book-pay-late-fee")) {
      rows.add(Map.of("name", "Service fee", "amount", Plan.SERVICE_FEE.toString(), "fee", true));
    }
    return Map.of(
        "house", house.name(),
        "houseSlug", house.slug(),
        "place", house.place(),
        "dates", trip.inWords(),
        "guestsInWords", trip.guestsInWords(),
        "rows", rows,
        "total", total(visit, last));
  }

  static Euros total(StayVisit visit, boolean last) {
    Plan plan = visit.session().plan();
    Euros total = plan.total(Objects.requireNonNull(plan.house()), visit.session().trip());
    return last && visit.has("book-pay-late-fee") ? total.plus(Plan.SERVICE_FEE) : total;
  }

  private static Map<String, Object> row(String name, Euros amount) {
    return Map.of("name", name, "amount", amount.toString(), "fee", false);
  }

  static String steps(StayVisit visit, int at) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (int step = 0; step < STEPS.size(); step++) {
      steps.add(Map.of("name", STEPS.get(step), "current", step == at));
    }
    return visit.part("steps", Map.of("steps", steps));
  }
}

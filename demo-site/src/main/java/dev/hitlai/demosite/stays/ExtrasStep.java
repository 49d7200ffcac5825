package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Second step of a booking: breakfast, cover, parking, time of arrival. */
final class ExtrasStep {

  private static final List<String> ARRIVALS = List.of("12-15", "15-18", "18-21");

  Response show(StayVisit visit) {
    Plan plan = visit.session().plan();
    if (plan.house() == null || plan.guest().isEmpty()) {
      return Response.redirect("/stays");
    }
    Plan.Extras extras = plan.extras();
    boolean preticked = visit.has("book-extras-cover-preticked") && !extras.chosen();
    Map<String, Object> values = new HashMap<>(BookingSummary.of(visit, false));
    values.put("steps", BookingSummary.steps(visit, 1));
    values.put("breakfast", extras.breakfast());
    values.put("cover", extras.cover() || preticked);
    values.put("noCover", !extras.cover() && !preticked);
    values.put("street", !extras.parking().equals("garage"));
    values.put("garage", extras.parking().equals("garage"));
    values.put(
        "arrivals",
        ARRIVALS.stream()
            .map(
                time -> Choices.row(time, time.replace("-", " to ") + " o'clock", extras.arrival()))
            .toList());
    values.put(
        "base", BookingSummary.total(visit, false).cents() - extras.price(trip(visit)).cents());
    values.put("breakfastCents", 1150 * trip(visit).nights() * trip(visit).guests());
    values.put("garageCents", 800 * trip(visit).nights());
    return visit.page("book-extras", "Anything else?", values);
  }

  private static Trip trip(StayVisit visit) {
    return visit.session().trip();
  }

  Response send(StayVisit visit) {
    Plan plan = visit.session().plan();
    if (plan.house() == null || plan.guest().isEmpty()) {
      return Response.redirect("/stays");
    }
    String arrival = visit.request().form("arrival");
    visit
        .session()
        .plan(
            plan.with(
                new Plan.Extras(
                    true,
                    visit.request().form("breakfast").equals("yes"),
                    visit.request().form("cover").equals("yes"),
                    ARRIVALS.contains(arrival) ? arrival : "15-18",
                    visit.request().form("parking").equals("garage") ? "garage" : "street")));
    return Response.redirect("/book/pay");
  }
}

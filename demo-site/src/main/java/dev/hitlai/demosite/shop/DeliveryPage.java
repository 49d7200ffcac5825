package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Euros;
import dev.hitlai.demosite.site.Field;
import dev.hitlai.demosite.site.Form;
import dev.hitlai.demosite.site.Pause;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Second step of the checkout. */
final class DeliveryPage {

  private static final int SLOW_MILLIS = 2_500;

  Response show(Visit visit) {
    if (visit.session().basket().count() == 0 || visit.session().address().isEmpty()) {
      return Response.redirect("/checkout/address");
    }
    return page(visit, form(visit), preselected(visit));
  }

  Response send(Visit visit) {
    if (visit.has("delivery-slow-submit")) {
      Pause.millis(SLOW_MILLIS);
    }
    DeliveryWay way = DeliveryWay.byCode(visit.request().form("way")).orElse(DeliveryWay.STANDARD);
    Form form = form(visit).filled(visit.request().form());
    form.check(
        "delivery-date",
        form.value("delivery-date").matches("([0-2]\\d|3[01])\\.(0\\d|1[0-2])\\.20\\d\\d|"),
        visit.has("delivery-date-format")
            ? "Invalid date"
            : "Write the date as day.month.year, for example 24.12.2026");
    if (!form.isValid()) {
      return page(visit, form, way);
    }
    visit.session().deliverBy(way);
    return Response.redirect(PaymentPage.path(visit));
  }

  private static DeliveryWay preselected(Visit visit) {
    DeliveryWay first =
        visit.has("delivery-express-preselected") ? DeliveryWay.EXPRESS : DeliveryWay.STANDARD;
    return Objects.requireNonNullElse(visit.session().way(), first);
  }

  private static Form form(Visit visit) {
    return new Form(
        Field.of("delivery-date", "Not before", "text", "off")
            .hinted(
                "Day.month.year, for example 24.12.2026. Leave it empty for the first day"
                    + " possible.")
            .flawed(visit.has("delivery-date-format"), Field.Flaw.HINT_MISSING));
  }

  private static Response page(Visit visit, Form form, DeliveryWay chosen) {
    Euros goods = visit.session().basket().total();
    List<Map<String, Object>> ways =
        Arrays.stream(DeliveryWay.values()).map(way -> row(way, goods, way == chosen)).toList();
    return visit.page(
        "delivery",
        form.isValid() ? "Way of delivery" : "Error: Way of delivery",
        Map.of(
            "steps", CheckoutSteps.at(visit, 1),
            "summary", form.summary(visit),
            "ways", ways,
            "fields", form.fields(visit)));
  }

  private static Map<String, Object> row(DeliveryWay way, Euros goods, boolean chosen) {
    Euros price = way.priceFor(goods);
    return Map.of(
        "code", way.code(),
        "name", way.label(),
        "time", way.time(),
        "price", price.equals(Euros.NOTHING) ? "free" : price.toString(),
        "chosen", chosen);
  }
}

package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Euros;
import dev.hitlai.demosite.site.Field;
import dev.hitlai.demosite.site.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Last step of the checkout, and the confirmation. Only the test card is taken. */
final class PaymentPage {

  static final String TEST_CARD = "4242424242424242";

  private static final Euros SERVICE_FEE = new Euros(495);

  /** Stands for a session token; it opens nothing. */
  private static final String TOKEN = "4f2a9b7c61d0e835aa17c2";

  static String path(Visit visit) {
    String token = visit.has("payment-token-in-url") ? "?session=" + TOKEN : "";
    return "/checkout/payment" + token;
  }

  Response show(Visit visit) {
    return visit.session().way() == null || visit.session().basket().count() == 0
        ? Response.redirect("/checkout/delivery")
        : page(visit, form());
  }

  Response send(Visit visit) {
    if (visit.session().way() == null || visit.session().basket().count() == 0) {
      return Response.redirect("/checkout/delivery");
    }
    Form form = form().filled(visit.request().form()).checkRequired();
    String card = form.value("card-number").replaceAll("[ -]", "");
    form.check("card-number", card.equals(TEST_CARD), "Use the test card 4242 4242 4242 4242");
    form.check(
        "expiry",
        form.value("expiry").matches("(0[1-9]|1[0-2]) ?/ ?\\d\\d"),
        "Write the date as month/year, for example 08/31");
    form.check("cvc", form.value("cvc").matches("\\d{3}"), "The code has three digits");
    if (!form.isValid()) {
      return page(visit, form);
    }
    place(visit);
    return Response.redirect("/checkout/done");
  }

  Response done(Visit visit) {
    return visit.session().order().isEmpty()
        ? Response.redirect("/basket")
        : visit.page("done", "Thank you", Map.copyOf(visit.session().order()));
  }

  private static void place(Visit visit) {
    Map<String, String> address = visit.session().address();
    String total = total(visit).toString();
    int number = 10_000 + Math.floorMod((address + total).hashCode(), 90_000);
    String email = address.getOrDefault("email", "you");
    visit.session().place(Map.of("number", "HL-" + number, "total", total, "email", email));
  }

  private static Form form() {
    return new Form(
        Field.of("card-name", "Name on the card", "text", "cc-name").asRequired(),
        Field.of("card-number", "Card number", "text", "cc-number")
            .with("inputmode=\"numeric\"")
            .asRequired(),
        Field.of("expiry", "Valid until", "text", "cc-exp")
            .hinted("Month/year, for example 08/31")
            .asRequired(),
        Field.of("cvc", "Security code", "text", "cc-csc")
            .hinted("Three digits on the back")
            .with("inputmode=\"numeric\" maxlength=\"4\"")
            .asRequired());
  }

  private static Response page(Visit visit, Form form) {
    return visit.page(
        "payment",
        form.isValid() ? "Payment" : "Error: Payment",
        Map.of(
            "steps", CheckoutSteps.at(visit, 2),
            "summary", form.summary(visit),
            "fields", form.fields(visit),
            "rows", rows(visit),
            "total", total(visit)));
  }

  private static List<Map<String, Object>> rows(Visit visit) {
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(row("Goods", BasketPages.goods(visit), false));
    rows.add(row("Delivery", delivery(visit), false));
    if (visit.has("payment-hidden-cost")) {
      rows.add(row("Service and handling", SERVICE_FEE, true));
    }
    return rows;
  }

  private static Map<String, Object> row(String name, Euros amount, boolean fee) {
    return Map.of("name", name, "amount", amount, "fee", fee);
  }

  private static Euros delivery(Visit visit) {
    DeliveryWay way = visit.session().way();
    return way == null ? Euros.NOTHING : way.priceFor(visit.session().basket().total());
  }

  private static Euros total(Visit visit) {
    Euros total = BasketPages.goods(visit).plus(delivery(visit));
    return visit.has("payment-hidden-cost") ? total.plus(SERVICE_FEE) : total;
  }
}

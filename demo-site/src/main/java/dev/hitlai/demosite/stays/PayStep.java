package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Field;
import dev.hitlai.demosite.site.Field.Flaw;
import dev.hitlai.demosite.site.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Last step of a booking, and the confirmation. */
final class PayStep {

  private static final String TEST_CARD = "4242424242424242";

  Response show(StayVisit visit) {
    return ready(visit) ? page(visit, form(visit), "") : Response.redirect("/stays");
  }

  private static boolean ready(StayVisit visit) {
    Plan plan = visit.session().plan();
    return plan.house() != null && !plan.guest().isEmpty();
  }

  Response send(StayVisit visit) {
    if (!ready(visit)) {
      return Response.redirect("/stays");
    }
    Form form = checked(visit, form(visit).filled(visit.request().form()));
    boolean agreed = visit.request().form("terms").equals("yes");
    if (!form.isValid() || !agreed) {
      return page(visit, form, agreed ? "" : "Agree to the terms to book");
    }
    Plan plan = visit.session().plan();
    String reference = "SK-" + (2000 + visit.session().bookings().size());
    visit
        .session()
        .place(
            new Booking(
                reference,
                Objects.requireNonNull(plan.house()),
                visit.session().trip(),
                BookingSummary.total(visit, true),
                Booking.Status.BOOKED));
    return Response.redirect("/book/done");
  }

  private static Form form(StayVisit visit) {
    boolean asPlaceholder = visit.has("book-pay-placeholder-labels");
    return new Form(
        Field.of("card-name", "Name on the card", "text", "cc-name")
            .asRequired()
            .flawed(asPlaceholder, Flaw.PLACEHOLDER_LABEL),
        Field.of("card-number", "Card number", "text", "cc-number")
            .with("inputmode=\"numeric\"")
            .asRequired()
            .flawed(asPlaceholder, Flaw.PLACEHOLDER_LABEL),
        Field.of("expiry", "Valid until", "text", "cc-exp")
            .hinted("Month and year, for example 08/31")
            .asRequired()
            .flawed(visit.has("book-pay-expiry-format"), Flaw.HINT_MISSING),
        Field.of("cvc", "Security code", "text", "cc-csc")
            .hinted("Three digits on the back")
            .with("inputmode=\"numeric\"")
            .asRequired());
  }

  private static Form checked(StayVisit visit, Form form) {
    String number = form.value("card-number");
    boolean spaces = !visit.has("book-pay-card-spaces");
    return form.checkRequired()
        .check(
            "card-number",
            (spaces ? number.replace(" ", "") : number).equals(TEST_CARD),
            "Use the test card 4242 4242 4242 4242")
        .check(
            "expiry",
            form.value("expiry").matches("(0[1-9]|1[0-2])/\\d\\d"),
            "Write month and year like 08/31")
        .check("cvc", form.value("cvc").matches("\\d{3}"), "Three digits, for example 123");
  }

  private static Response page(StayVisit visit, Form form, String termsError) {
    Map<String, Object> values = new HashMap<>(BookingSummary.of(visit, true));
    values.put("steps", BookingSummary.steps(visit, 2));
    values.put("summary", form.summary(visit));
    values.put("fields", form.fields(visit));
    values.put("termsError", termsError);
    boolean fine = form.isValid() && termsError.isEmpty();
    return visit.page("book-pay", fine ? "Pay and book" : "Error: Pay and book", values);
  }

  Response done(StayVisit visit) {
    Booking booking = visit.session().placed();
    if (booking == null) {
      return Response.redirect("/stays");
    }
    return visit.page(
        "book-done",
        "Booked",
        Map.of(
            "house", booking.house().name(),
            "dates", booking.trip().inWords(),
            "reference", booking.reference(),
            "total", booking.total()));
  }
}

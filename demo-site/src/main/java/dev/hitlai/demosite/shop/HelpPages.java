package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Field;
import dev.hitlai.demosite.site.Form;
import java.util.List;
import java.util.Map;

/** Help, policies and the way to reach a person. */
final class HelpPages {

  private static final List<Map<String, Object>> QUESTIONS =
      List.of(
          Map.of(
              "question", "How long can I return a product?",
              "answer", "For 30 days after it reached you. The returns policy says how."),
          Map.of(
              "question", "What does delivery cost?",
              "answer", "€4.90, or nothing for orders over €60. Express is €12.90."),
          Map.of(
              "question", "Can I change an order?",
              "answer", "Yes, until we pack it, which is at noon. Write to us as soon as you can."),
          Map.of(
              "question", "Do you mend things?",
              "answer", "Everything that we have sold, for ten years. You pay the postage."));

  Response help(Visit visit) {
    return visit.page("help", "Help and questions", Map.of("questions", QUESTIONS));
  }

  Response returns(Visit visit) {
    return visit.page("returns", "Returns policy", Map.of());
  }

  Response returnsForm(Visit visit) {
    return visit.has("returns-form-link-broken")
        ? visit.notFound()
        : visit.page("returns-form", "Returns form", Map.of());
  }

  Response delivery(Visit visit) {
    return visit.page("delivery-info", "Delivery", Map.of());
  }

  Response carrier(Visit visit) {
    return visit.message(
        "Track a parcel", "The number is in the e-mail that we sent when the parcel left us.");
  }

  Response contact(Visit visit) {
    return contactPage(visit, contactForm(visit), "");
  }

  Response sendContact(Visit visit) {
    String message = visit.request().form("message");
    Form form =
        contactForm(visit)
            .filled(visit.request().form())
            .checkRequired()
            .checkEmail("email")
            .check("message", !message.isEmpty(), Form.missing("Message"));
    return form.isValid()
        ? visit.message("Thank you for your message", "We answer within one working day.")
        : contactPage(visit, form, message);
  }

  private static Form contactForm(Visit visit) {
    boolean byColour = visit.has("contact-errors-by-colour");
    return new Form(
            Field.of("name", "Your name", "text", "name")
                .asRequired()
                .flawed(byColour, Field.Flaw.ERROR_BY_COLOUR),
            Field.of("email", "E-mail", "email", "email")
                .asRequired()
                .flawed(byColour, Field.Flaw.ERROR_BY_COLOUR),
            Field.of("order", "Order number, if there is one", "text", "off"))
        .unannounced(byColour);
  }

  private static Response contactPage(Visit visit, Form form, String message) {
    String error = visit.has("contact-errors-by-colour") ? "" : form.error("message");
    return visit.page(
        "contact",
        form.isValid() ? "Contact customer service" : "Error: Contact customer service",
        Map.of(
            "summary",
            form.summary(visit),
            "fields",
            form.fields(visit),
            "message",
            message,
            "messageError",
            error));
  }

  Response stores(Visit visit) {
    return visit.has("layout-stores-redirect-loop")
        ? Response.redirect(visit.request().path().equals("/stores") ? "/stores/near" : "/stores")
        : visit.page("stores", "Our stores", Map.of());
  }

  Response giftCards(Visit visit) {
    return visit.has("layout-gift-cards-broken")
        ? visit.notFound()
        : visit.page("giftcards", "Gift cards", Map.of());
  }

  Response privacy(Visit visit) {
    return visit.page("privacy", "Privacy", Map.of());
  }

  Response map(Visit visit) {
    return Response.html(visit.part("map", Map.of()));
  }

  Response cookies(Visit visit) {
    String choice = visit.request().form("choice").equals("yes") ? "yes" : "no";
    return Response.redirect("/")
        .with("Set-Cookie", Layout.CONSENT_COOKIE + "=" + choice + "; Path=/; SameSite=Lax");
  }
}

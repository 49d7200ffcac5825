package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Field;
import dev.hitlai.demosite.site.Form;
import java.util.Map;

/** First step of the checkout. */
final class AddressPage {

  Response show(Visit visit) {
    return visit.session().basket().count() == 0
        ? Response.redirect("/basket")
        : page(visit, form(visit).filled(known(visit.session())));
  }

  /** The address of this visit, or what the account knows of it. */
  private static Map<String, String> known(Session session) {
    Account account = session.account();
    return session.address().isEmpty() && account != null
        ? Map.of("name", account.name(), "email", account.email())
        : session.address();
  }

  Response send(Visit visit) {
    Form form = checked(visit, form(visit).filled(visit.request().form()));
    if (form.isValid()) {
      visit.session().deliverTo(form.values());
      return Response.redirect("/checkout/delivery");
    }
    return page(visit, form.emptied(visit.has("address-input-lost")));
  }

  private static Form form(Visit visit) {
    Field email =
        Field.of("email", "E-mail", visit.has("address-email-type") ? "text" : "email", "email");
    Field city =
        Field.of("city", "Town", "text", "address-level2")
            .flawed(visit.has("address-city-placeholder-label"), Field.Flaw.PLACEHOLDER_LABEL);
    return new Form(
        flawed(visit, Field.of("name", "Full name", "text", "name").asRequired()),
        flawed(visit, email.asRequired()),
        flawed(visit, phone(visit)),
        flawed(
            visit, Field.of("street", "Street and number", "text", "address-line1").asRequired()),
        flawed(visit, postcode()),
        flawed(visit, city.asRequired()));
  }

  private static Field phone(Visit visit) {
    return Field.of("phone", "Phone", "tel", "tel")
        .hinted("For the driver, with or without spaces")
        .flawed(visit.has("address-phone-spaces"), Field.Flaw.HINT_MISSING);
  }

  private static Field postcode() {
    return Field.of("postcode", "Postcode", "text", "postal-code")
        .with("inputmode=\"numeric\"")
        .asRequired();
  }

  private static Field flawed(Visit visit, Field field) {
    return field
        .flawed(visit.has("address-required-unmarked"), Field.Flaw.REQUIRED_UNMARKED)
        .flawed(visit.has("address-errors-unlinked"), Field.Flaw.ERROR_UNLINKED)
        .flawed(visit.has("address-autocomplete-missing"), Field.Flaw.NO_AUTOCOMPLETE);
  }

  private static Form checked(Visit visit, Form form) {
    boolean strictPhone = visit.has("address-phone-spaces");
    String phone = form.value("phone");
    return form.checkRequired()
        .checkEmail("email")
        .check(
            "phone",
            phone.matches(strictPhone ? "\\d*" : "[+\\d][\\d ()/-]*|"),
            strictPhone ? "Wrong phone number" : "Use digits, spaces and a leading + only")
        .check(
            "postcode",
            form.value("postcode").matches("\\d{5}"),
            visit.has("address-postcode-vague-error")
                ? "Invalid input"
                : "A postcode has five digits, for example 04109")
        .unannounced(visit.has("address-errors-unlinked"));
  }

  private static Response page(Visit visit, Form form) {
    return visit.page(
        "address",
        form.isValid() ? "Address" : "Error: Address",
        Map.of(
            "steps", CheckoutSteps.at(visit, 0),
            "summary", form.summary(visit),
            "fields", form.fields(visit)));
  }
}

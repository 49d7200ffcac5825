package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Field;
import dev.hitlai.demosite.site.Field.Flaw;
import dev.hitlai.demosite.site.Form;
import java.util.Map;
import java.util.Optional;

/** Signing in, registering, signing out. */
final class GuestSignIn {

  private static final String PASSWORD_RULE = "At least 10 characters, one of them a digit";

  private final Guests guests;
  private final KnownBookings known;

  GuestSignIn(Guests guests, KnownBookings known) {
    this.guests = guests;
    this.known = known;
  }

  Response show(StayVisit visit) {
    return page(visit, form(visit));
  }

  Response send(StayVisit visit) {
    Form form = form(visit).filled(visit.request().form());
    Optional<Guest> guest = guests.signIn(form.value("email"), form.value("password"));
    if (guest.isPresent()) {
      return welcome(visit, guest.get());
    }
    form.checkRequired();
    if (visit.has("sign-in-reveals-guest") && guests.find(form.value("email")).isEmpty()) {
      form.check("email", false, "No guest has this e-mail address");
    } else {
      form.check("password", false, "E-mail and password don't belong together");
    }
    return page(visit, form);
  }

  private Response welcome(StayVisit visit, Guest guest) {
    visit.session().signIn(guest, known.of(guest, visit.today()));
    return Response.redirect("/account/bookings");
  }

  private static Form form(StayVisit visit) {
    String type = visit.has("sign-in-password-readable") ? "text" : "password";
    return new Form(
        Field.of("email", "E-mail", "email", "username").asRequired(),
        Field.of("password", "Password", type, "current-password").asRequired());
  }

  private static Response page(StayVisit visit, Form form) {
    return visit.page(
        "sign-in",
        form.isValid() ? "Sign in" : "Error: Sign in",
        Map.of("summary", form.summary(visit), "fields", form.fields(visit)));
  }

  Response register(StayVisit visit) {
    return registerPage(visit, registration(visit));
  }

  Response sendRegistration(StayVisit visit) {
    Form form =
        registration(visit).filled(visit.request().form()).checkRequired().checkEmail("email");
    String password = form.value("password");
    form.check("password", password.length() >= 10 && password.matches(".*\\d.*"), PASSWORD_RULE);
    if (form.isValid()) {
      Optional<Guest> guest = guests.register(form.value("email"), form.value("name"), password);
      form.check("email", guest.isPresent(), "Use another address, or sign in with this one");
      if (guest.isPresent()) {
        return welcome(visit, guest.get());
      }
    }
    return registerPage(visit, form);
  }

  private static Form registration(StayVisit visit) {
    return new Form(
        Field.of("name", "Your name", "text", "name").asRequired(),
        Field.of("email", "E-mail", "email", "email").asRequired(),
        Field.of("password", "New password", "password", "new-password")
            .hinted(PASSWORD_RULE)
            .asRequired()
            .flawed(visit.has("register-rules-late"), Flaw.HINT_MISSING));
  }

  private static Response registerPage(StayVisit visit, Form form) {
    return visit.page(
        "register",
        form.isValid() ? "Register" : "Error: Register",
        Map.of("summary", form.summary(visit), "fields", form.fields(visit)));
  }

  Response signOut(StayVisit visit) {
    visit.session().signOut();
    return Response.redirect("/");
  }
}

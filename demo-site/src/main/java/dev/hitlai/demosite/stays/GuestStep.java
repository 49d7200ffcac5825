package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Field;
import dev.hitlai.demosite.site.Field.Flaw;
import dev.hitlai.demosite.site.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** First step of a booking: who comes. */
final class GuestStep {

  private static final List<String> COUNTRIES =
      List.of(
          "Austria", "Denmark", "France", "Germany", "Ireland", "Netherlands", "Norway", "Spain");
  private static final List<String> SHUFFLED =
      List.of(
          "Norway", "Germany", "Spain", "Austria", "Ireland", "France", "Denmark", "Netherlands");

  private final Houses houses;

  GuestStep(Houses houses) {
    this.houses = houses;
  }

  /** Where “Reserve” leads: the dates have to fit before the first step opens. */
  Response begin(StayVisit visit) {
    House house = houses.bySlug(visit.request().form("house")).orElse(null);
    if (house == null) {
      return Response.redirect("/stays");
    }
    Trip trip =
        visit
            .session()
            .trip()
            .at(
                Trip.date(visit.request().form("arrive")),
                Trip.date(visit.request().form("depart")),
                Trip.guests(visit.request().form("guests"), 2));
    visit.session().travel(trip);
    String problem = problem(visit, house, trip);
    if (!problem.isEmpty()) {
      visit.session().say(problem);
      return Response.redirect("/stay/" + house.slug());
    }
    visit.session().plan(Plan.of(house));
    return Response.redirect("/book/guest");
  }

  private static String problem(StayVisit visit, House house, Trip trip) {
    if (!trip.hasDates()) {
      return "Choose the days of arrival and departure";
    }
    return trip.guests() > house.sleeps()
        ? "This house has beds for " + house.sleeps()
        : trip.problem(visit.today());
  }

  Response show(StayVisit visit) {
    Plan plan = visit.session().plan();
    if (plan.house() == null) {
      return Response.redirect("/stays");
    }
    boolean forgets = visit.has("book-guest-back-forgets");
    return page(visit, form(visit).filled(forgets ? Map.of() : known(visit)), country(visit, ""));
  }

  private static Map<String, String> known(StayVisit visit) {
    Guest guest = visit.session().guest();
    Map<String, String> typed = visit.session().plan().guest();
    return typed.isEmpty() && guest != null
        ? Map.of("last", guest.name().replaceFirst(".* ", ""), "email", guest.email())
        : typed;
  }

  Response send(StayVisit visit) {
    Plan plan = visit.session().plan();
    if (plan.house() == null) {
      return Response.redirect("/stays");
    }
    Form form = checked(visit, form(visit).filled(visit.request().form()));
    String country = country(visit, visit.request().form("country"));
    if (!form.isValid()) {
      return page(visit, form, country);
    }
    Map<String, String> guest = new HashMap<>(form.values());
    guest.put("country", country);
    visit.session().plan(plan.forGuest(guest));
    return Response.redirect("/book/extras");
  }

  private static String country(StayVisit visit, String given) {
    String known = visit.session().plan().guest().getOrDefault("country", "Germany");
    return COUNTRIES.contains(given) ? given : known;
  }

  private static Form form(StayVisit visit) {
    List<Field> fields = new ArrayList<>();
    fields.add(flawed(visit, Field.of("first", "First name", "text", "given-name").asRequired()));
    fields.add(flawed(visit, Field.of("last", "Last name", "text", "family-name").asRequired()));
    fields.add(flawed(visit, Field.of("email", "E-mail", "email", "email").asRequired()));
    if (visit.has("book-guest-email-twice")) {
      fields.add(flawed(visit, Field.of("email2", "Repeat e-mail", "email", "off").asRequired()));
    }
    fields.add(flawed(visit, phone(visit)));
    if (visit.has("book-guest-passport")) {
      fields.add(flawed(visit, Field.of("passport", "Passport number", "text", "").asRequired()));
      fields.add(flawed(visit, Field.of("birth", "Date of birth", "date", "").asRequired()));
    }
    return new Form(fields.toArray(Field[]::new));
  }

  private static Field phone(StayVisit visit) {
    return Field.of(
            "phone", "Mobile phone", visit.has("book-guest-phone-type") ? "text" : "tel", "tel")
        .hinted("In case the ferry is late, for example +49 341 1234")
        .asRequired();
  }

  private static Field flawed(StayVisit visit, Field field) {
    return field
        .flawed(visit.has("book-guest-autocomplete"), Flaw.NO_AUTOCOMPLETE)
        .flawed(visit.has("book-guest-error-unlinked"), Flaw.ERROR_UNLINKED);
  }

  private static Form checked(StayVisit visit, Form form) {
    boolean ascii = visit.has("book-guest-name-ascii");
    String name = form.value("first") + form.value("last");
    form.checkRequired().checkEmail("email");
    if (visit.has("book-guest-email-twice")) {
      form.check(
          "email2", form.value("email2").equals(form.value("email")), "The addresses differ");
    }
    return form.check("last", !ascii || name.matches("[A-Za-z]*"), "Only letters A-Z are allowed")
        .check(
            "phone",
            form.value("phone").matches("[+\\d][\\d ()/-]{5,}"),
            visit.has("book-guest-phone-vague")
                ? "Error 22: illegal value"
                : "Write the number with digits and spaces, for example +49 341 1234")
        .unannounced(visit.has("book-guest-error-unlinked"));
  }

  private static Response page(StayVisit visit, Form form, String country) {
    List<String> order = visit.has("book-guest-countries-shuffled") ? SHUFFLED : COUNTRIES;
    Map<String, Object> values = new HashMap<>(BookingSummary.of(visit, false));
    values.put("steps", BookingSummary.steps(visit, 0));
    values.put("summary", form.summary(visit));
    values.put("fields", form.fields(visit));
    values.put("countries", Choices.of(order, country));
    return visit.page(
        "book-guest", form.isValid() ? "Who is coming?" : "Error: Who is coming?", values);
  }
}

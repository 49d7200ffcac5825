package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Field;
import dev.hitlai.demosite.site.Field.Flaw;
import dev.hitlai.demosite.site.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Help, contact, and the texts that a lawyer asks for. */
final class StayHelp {

  private static final List<Map<String, String>> QUESTIONS =
      List.of(
          question(
              "cancel",
              "Can I cancel my booking?",
              "Yes, until seven days before you arrive it costs nothing. Open My bookings and"
                  + " choose Cancel."),
          question(
              "ferry",
              "How do I get to North Skerry?",
              "The ferry leaves Hollow Bay every two hours from 7 to 19. You don't need a ticket in"
                  + " advance."),
          question(
              "dogs",
              "May I bring my dog?",
              "In houses marked Dogs, one dog stays for free. Please keep it off the beds."),
          question(
              "late",
              "What if I arrive late?",
              "Call the house. The number stands in your confirmation, and somebody answers until"
                  + " ten."),
          question(
              "pay",
              "When do I pay?",
              "At booking, by card. There are no further costs at the house."));

  private static Map<String, String> question(String id, String asked, String answered) {
    return Map.of("id", id, "asked", asked, "answered", answered);
  }

  Response help(StayVisit visit) {
    String sought = visit.request().query("q").toLowerCase(Locale.ROOT);
    List<Map<String, String>> found =
        QUESTIONS.stream()
            .filter(
                row ->
                    (row.get("asked") + row.get("answered"))
                        .toLowerCase(Locale.ROOT)
                        .contains(sought))
            .toList();
    return visit.page(
        "help",
        sought.isEmpty() ? "Help and questions" : "Help about " + sought,
        Map.of("sought", sought, "questions", found, "none", found.isEmpty()));
  }

  Response cancelling(StayVisit visit) {
    return text(visit, "cancelling", "Changing and cancelling");
  }

  Response arriving(StayVisit visit) {
    return text(visit, "arriving", "Arriving");
  }

  Response terms(StayVisit visit) {
    return visit.page("terms", "Terms", Map.of());
  }

  Response privacy(StayVisit visit) {
    return visit.page("privacy", "Privacy", Map.of());
  }

  Response press(StayVisit visit) {
    return visit.has("layout-press-missing")
        ? visit.notFound()
        : visit.page("press", "Press", Map.of());
  }

  private static Response text(StayVisit visit, String name, String title) {
    return visit.page(
        "help-page", title, Map.of("heading", title, "text", visit.part("text-" + name, Map.of())));
  }

  Response contact(StayVisit visit) {
    return contactPage(visit, contactForm(visit), "", "");
  }

  Response sendContact(StayVisit visit) {
    Form form =
        contactForm(visit).filled(visit.request().form()).checkRequired().checkEmail("email");
    String message = visit.request().form("message");
    String problem = message.isEmpty() ? "Write a few words" : "";
    if (form.isValid() && problem.isEmpty()) {
      return visit.message(
          "Thank you", "Your message is with us. We answer within one working day.");
    }
    return contactPage(visit, form, message, problem);
  }

  private static Form contactForm(StayVisit visit) {
    return new Form(
        Field.of("name", "Name", "text", "name")
            .asRequired()
            .flawed(visit.has("contact-required-unmarked"), Flaw.REQUIRED_UNMARKED),
        Field.of("email", "E-mail", "email", "email")
            .asRequired()
            .flawed(visit.has("contact-required-unmarked"), Flaw.REQUIRED_UNMARKED),
        Field.of("reference", "Booking reference, if you have one", "text", ""));
  }

  private static Response contactPage(StayVisit visit, Form form, String message, String problem) {
    boolean fine = form.isValid() && problem.isEmpty();
    return visit.page(
        "contact",
        fine ? "Contact" : "Error: Contact",
        Map.of(
            "summary",
            form.summary(visit),
            "fields",
            form.fields(visit),
            "message",
            message,
            "messageError",
            problem));
  }
}

package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A guest's bookings: to look at, to move, to cancel. */
final class BookingPages {

  private final KnownBookings known;

  BookingPages(KnownBookings known) {
    this.known = known;
  }

  Response list(StayVisit visit) {
    Guest guest = visit.session().guest();
    return guest == null
        ? Response.redirect("/account/sign-in")
        : visit.page(
            "bookings",
            "My bookings",
            Map.of(
                "name", guest.name(),
                "notice", visit.session().takeNotice(),
                "bookings", visit.session().bookings().stream().map(BookingPages::row).toList()));
  }

  private static Map<String, Object> row(Booking booking) {
    return Map.of(
        "reference", booking.reference(),
        "house", booking.house().name(),
        "slug", booking.house().slug(),
        "dates", booking.trip().inWords(),
        "total", booking.total(),
        "status", booking.status().word,
        "dot", booking.status().name().toLowerCase(java.util.Locale.ROOT));
  }

  Response one(StayVisit visit) {
    return booking(visit, visit.pathAfter("/account/bookings/"))
        .map(booking -> page(visit, booking))
        .orElseGet(() -> refusal(visit));
  }

  /** Only the guest's own; the flawed site shows anybody's to anybody. */
  private Optional<Booking> booking(StayVisit visit, String reference) {
    Optional<Booking> own =
        visit.session().guest() == null ? Optional.empty() : visit.session().booking(reference);
    return own.isEmpty() && visit.has("booking-open-to-anybody")
        ? known.find(reference, visit.today())
        : own;
  }

  private static Response refusal(StayVisit visit) {
    return visit.session().guest() == null
        ? Response.redirect("/account/sign-in")
        : visit.notFound();
  }

  private static Response page(StayVisit visit, Booking booking) {
    Map<String, Object> values = new HashMap<>(row(booking));
    values.put("place", booking.house().place());
    values.put("street", booking.house().street());
    values.put("guestsInWords", booking.trip().guestsInWords());
    values.put("arrive", SearchForm.text(booking.trip().arrive()));
    values.put("depart", SearchForm.text(booking.trip().depart()));
    values.put("open", booking.status() == Booking.Status.BOOKED);
    values.put("notice", visit.session().takeNotice());
    return visit.page("booking", "Booking " + booking.reference(), values);
  }

  Response change(StayVisit visit) {
    String reference = visit.request().form("reference");
    Optional<Booking> found = booking(visit, reference);
    if (found.isEmpty()) {
      return refusal(visit);
    }
    Booking booking = found.get();
    Trip moved =
        booking
            .trip()
            .at(
                Trip.date(visit.request().form("arrive")),
                Trip.date(visit.request().form("depart")),
                booking.trip().guests());
    String problem = moved.hasDates() ? moved.problem(visit.today()) : "Fill in both dates";
    if (!problem.isEmpty()) {
      visit.session().say(problem);
    } else {
      if (booking.status() == Booking.Status.BOOKED && !visit.has("booking-change-not-kept")) {
        visit.session().keep(booking.moved(moved));
      }
      visit.session().say("Your new dates are saved.");
    }
    return Response.redirect("/account/bookings/" + reference);
  }

  Response askToCancel(StayVisit visit) {
    return booking(visit, visit.request().query("reference"))
        .map(booking -> visit.page("cancel", "Cancel " + booking.reference(), row(booking)))
        .orElseGet(() -> refusal(visit));
  }

  Response cancel(StayVisit visit) {
    return booking(visit, visit.request().form("reference"))
        .map(booking -> cancelled(visit, booking))
        .orElseGet(() -> refusal(visit));
  }

  private static Response cancelled(StayVisit visit, Booking booking) {
    visit.session().keep(booking.cancelled());
    visit.session().say("Booking " + booking.reference() + " is cancelled.");
    return Response.redirect("/account/bookings");
  }

  Response letters(StayVisit visit) {
    return visit.session().guest() == null
        ? Response.redirect("/account/sign-in")
        : visit.page("letters", "Letters from us", Map.of("notice", visit.session().takeNotice()));
  }

  Response stopLetters(StayVisit visit) {
    visit.session().say("You get no more letters.");
    return Response.redirect("/account/letters");
  }
}

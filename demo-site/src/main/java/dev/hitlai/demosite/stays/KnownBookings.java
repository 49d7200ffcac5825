package dev.hitlai.demosite.stays;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The two bookings that the demo guest has from the start. */
final class KnownBookings {

  private final Houses houses;

  KnownBookings(Houses houses) {
    this.houses = houses;
  }

  List<Booking> of(Guest guest, LocalDate today) {
    return guest.email().equals(Guests.DEMO_EMAIL) ? all(today) : List.of();
  }

  Optional<Booking> find(String reference, LocalDate today) {
    return all(today).stream().filter(booking -> booking.reference().equals(reference)).findAny();
  }

  private List<Booking> all(LocalDate today) {
    return List.of(
        booking("SK-1042", "gannet-house", today.plusDays(40), 3, Booking.Status.BOOKED),
        booking("SK-0871", "kelp-cottage", today.minusDays(120), 5, Booking.Status.STAYED));
  }

  private Booking booking(
      String reference, String slug, LocalDate arrive, int nights, Booking.Status status) {
    House house = houses.bySlug(slug).orElseThrow();
    Trip trip = new Trip(house.place(), arrive, arrive.plusDays(nights), 2);
    return new Booking(reference, house, trip, house.night().times(nights), status);
  }
}

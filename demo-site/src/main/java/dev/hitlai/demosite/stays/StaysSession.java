package dev.hitlai.demosite.stays;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the site remembers of a visitor between two requests. */
final class StaysSession {

  private final Map<String, Booking> bookings = new LinkedHashMap<>();
  private volatile Trip trip = Trip.anytime();
  private volatile Plan plan = Plan.none();
  private volatile @Nullable Guest guest;
  private volatile String notice = "";
  private volatile @Nullable Booking placed;

  Trip trip() {
    return trip;
  }

  void travel(Trip newTrip) {
    trip = newTrip;
  }

  Plan plan() {
    return plan;
  }

  void plan(Plan newPlan) {
    plan = newPlan;
  }

  @Nullable Guest guest() {
    return guest;
  }

  /** Signs in; the bookings that the house knows of come with the guest. */
  synchronized void signIn(Guest newGuest, List<Booking> known) {
    guest = newGuest;
    known.forEach(booking -> bookings.putIfAbsent(booking.reference(), booking));
  }

  void signOut() {
    guest = null;
  }

  synchronized List<Booking> bookings() {
    return List.copyOf(bookings.values());
  }

  synchronized Optional<Booking> booking(String reference) {
    return Optional.ofNullable(bookings.get(reference));
  }

  synchronized void keep(Booking booking) {
    bookings.put(booking.reference(), booking);
  }

  /** Turns the plan into a booking. */
  void place(Booking booking) {
    keep(booking);
    placed = booking;
    plan = Plan.none();
  }

  @Nullable Booking placed() {
    return placed;
  }

  void say(String newNotice) {
    notice = newNotice;
  }

  /** The notice for the next page, once. */
  String takeNotice() {
    String taken = notice;
    notice = "";
    return taken;
  }
}

package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.site.Euros;

/** A stay that somebody booked. */
record Booking(String reference, House house, Trip trip, Euros total, Status status) {

  enum Status {
    BOOKED("Booked"),
    CANCELLED("Cancelled"),
    STAYED("Stayed");

    final String word;

    Status(String word) {
      this.word = word;
    }
  }

  /** A stay that is over or cancelled can't be changed. */
  Booking moved(Trip newTrip) {
    if (status != Status.BOOKED) {
      throw new IllegalStateException("Booking " + reference + " can't be changed any more");
    }
    Euros price = house.night().times((int) newTrip.nights());
    return new Booking(reference, house, newTrip, price, status);
  }

  Booking cancelled() {
    return status == Status.BOOKED
        ? new Booking(reference, house, trip, total, Status.CANCELLED)
        : this;
  }
}

package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.site.Euros;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A booking in the making: the house, who comes, and what else is wanted. */
record Plan(@Nullable House house, Map<String, String> guest, Extras extras) {

  static final Euros SERVICE_FEE = new Euros(1400);

  /** What can be had on top; cover is the insurance against cancelling. */
  record Extras(boolean chosen, boolean breakfast, boolean cover, String arrival, String parking) {
    static final Euros BREAKFAST = new Euros(1150);
    static final Euros COVER = new Euros(1490);
    static final Euros GARAGE = new Euros(800);

    static Extras none() {
      return new Extras(false, false, false, "15-18", "street");
    }

    Euros price(Trip trip) {
      int nights = (int) trip.nights();
      Euros price = breakfast ? BREAKFAST.times(nights * trip.guests()) : Euros.NOTHING;
      price = cover ? price.plus(COVER) : price;
      return parking.equals("garage") ? price.plus(GARAGE.times(nights)) : price;
    }
  }

  static Plan none() {
    return new Plan(null, Map.of(), Extras.none());
  }

  static Plan of(House house) {
    return new Plan(house, Map.of(), Extras.none());
  }

  Plan forGuest(Map<String, String> newGuest) {
    return new Plan(house, Map.copyOf(newGuest), extras);
  }

  Plan with(Extras newExtras) {
    return new Plan(house, guest, newExtras);
  }

  Euros total(House booked, Trip trip) {
    return booked.night().times((int) trip.nights()).plus(extras.price(trip));
  }
}

package dev.hitlai.demosite.shop;

import java.util.Locale;

/** An amount of money, in cents. */
record Euros(int cents) {

  static final Euros NOTHING = new Euros(0);

  Euros plus(Euros other) {
    return new Euros(cents + other.cents);
  }

  Euros times(int factor) {
    return new Euros(cents * factor);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "€%d.%02d", cents / 100, cents % 100);
  }
}

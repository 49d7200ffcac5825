package dev.hitlai.demosite.site;

import java.util.Locale;

/** An amount of money, in cents. */
public record Euros(int cents) {

  public static final Euros NOTHING = new Euros(0);

  public Euros plus(Euros other) {
    return new Euros(cents + other.cents);
  }

  public Euros times(int factor) {
    return new Euros(cents * factor);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "€%d.%02d", cents / 100, cents % 100);
  }
}

package dev.hitlai.testing.internal.people;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/**
 * Looks after work by people: ends offers that nobody answered, takes back what was left lying, and
 * offers what is free. Each step is a transaction of its own, so that one that fails holds up
 * nobody; two servers may sweep at once.
 */
@Component
public class PeopleSweep {
  private final Offers offers;

  PeopleSweep(Offers offers) {
    this.offers = offers;
  }

  public void run() {
    Tenancy.run(
        Actor.system("people sweep"),
        () -> {
          offers.expired().forEach(offers::expire);
          offers.left().forEach(offers::abandon);
          offers.wanting().forEach(offers::topUp);
        });
  }
}

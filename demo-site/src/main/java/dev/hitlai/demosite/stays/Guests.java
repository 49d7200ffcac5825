package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.site.PasswordHash;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** People with an account, by e-mail address. One is there from the start. */
final class Guests {

  static final String DEMO_EMAIL = "demo@skerryvane.example";
  static final String DEMO_PASSWORD = "puffin-2026";

  private final Map<String, Guest> byEmail = new ConcurrentHashMap<>();
  private final RandomGenerator random;

  Guests(RandomGenerator random) {
    this.random = random;
    register(DEMO_EMAIL, "Dana Demo", DEMO_PASSWORD);
  }

  Optional<Guest> find(String email) {
    return Optional.ofNullable(byEmail.get(key(email)));
  }

  Optional<Guest> signIn(String email, String password) {
    return find(email).filter(guest -> guest.password().matches(password));
  }

  /** Opens an account, or nothing when the address has one. */
  Optional<Guest> register(String email, String name, String password) {
    Guest guest = new Guest(key(email), name, PasswordHash.of(password, random));
    return byEmail.putIfAbsent(key(email), guest) == null ? Optional.of(guest) : Optional.empty();
  }

  private static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}

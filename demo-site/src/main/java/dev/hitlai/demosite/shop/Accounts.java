package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.site.PasswordHash;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Customers by e-mail address. One is there from the start: {@value #DEMO_EMAIL}. */
final class Accounts {

  static final String DEMO_EMAIL = "demo@heathlark.example";
  static final String DEMO_PASSWORD = "heather-2026";

  private final Map<String, Account> byEmail = new ConcurrentHashMap<>();
  private final RandomGenerator random;

  Accounts(RandomGenerator random) {
    this.random = random;
    open(DEMO_EMAIL, "Dana Demo", DEMO_PASSWORD);
  }

  Optional<Account> find(String email) {
    return Optional.ofNullable(byEmail.get(key(email)));
  }

  Optional<Account> signIn(String email, String password) {
    return find(email).filter(account -> account.password().matches(password));
  }

  /** Opens an account, or nothing when the address has one. */
  Optional<Account> open(String email, String name, String password) {
    Account account = new Account(key(email), name, PasswordHash.of(password, random));
    return byEmail.putIfAbsent(key(email), account) == null
        ? Optional.of(account)
        : Optional.empty();
  }

  Account rename(Account account, String name) {
    return keep(account.renamed(name));
  }

  Account changePassword(Account account, String password) {
    return keep(account.withPassword(PasswordHash.of(password, random)));
  }

  private Account keep(Account account) {
    byEmail.put(account.email(), account);
    return account;
  }

  private static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}

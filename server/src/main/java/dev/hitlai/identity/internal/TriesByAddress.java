package dev.hitlai.identity.internal;

import dev.hitlai.api.Limit;
import dev.hitlai.api.RateLimits;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How often one network address may try what needs no account. */
@Component
class TriesByAddress {
  /** For codes, of a million of which three count at a time, and passwords said once more. */
  private static final Limit CODES = new Limit(10, Duration.ofMinutes(10));

  private final RateLimits limits;
  private final Limit logins;
  private final Limit signUps;
  private final Limit resets;
  private final Limit mails;

  TriesByAddress(RateLimits limits, IdentitySettings settings) {
    this.limits = limits;
    this.logins = Limit.perMinute(settings.loginsPerMinute());
    this.signUps = Limit.perHour(settings.signupsPerHour());
    this.resets = Limit.perHour(settings.resetsPerHour());
    this.mails = Limit.perHour(settings.mailsPerHour());
  }

  /** Counts a login; refuses one too many. */
  void login(Client client) {
    limits.require("login|" + client.address(), logins);
  }

  /** Counts a new account; refuses one too many. */
  void signUp(Client client) {
    limits.require("signup|" + client.address(), signUps);
  }

  /** Counts a new password asked for; refuses one too many. */
  void reset(Client client) {
    limits.require("reset|" + client.address(), resets);
  }

  /**
   * Counts a mail; refuses one too many.
   *
   * @param kind what it is about
   * @param to the person or address
   */
  void mail(String kind, String to) {
    limits.require("mail|" + kind + "|" + to, mails);
  }

  /** The same, but only says whether it may go. */
  boolean mayMail(String kind, String to) {
    return limits.take("mail|" + kind + "|" + to, mails).allowed();
  }

  /** Counts a password that somebody who is logged in says again; refuses one too many. */
  void password(UUID userId) {
    limits.require("password|" + userId, CODES);
  }

  /** Counts a code of a second factor; refuses one too many. */
  void code(UUID userId) {
    limits.require("code|" + userId, CODES);
  }
}

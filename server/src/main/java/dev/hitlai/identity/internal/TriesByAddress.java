package dev.hitlai.identity.internal;

import dev.hitlai.api.Limit;
import dev.hitlai.api.RateLimits;
import org.springframework.stereotype.Component;

/** How often one network address may try what needs no account. */
@Component
class TriesByAddress {
  private final RateLimits limits;
  private final Limit logins;
  private final Limit signUps;

  TriesByAddress(RateLimits limits, IdentitySettings settings) {
    this.limits = limits;
    this.logins = Limit.perMinute(settings.loginsPerMinute());
    this.signUps = Limit.perHour(settings.signupsPerHour());
  }

  /** Counts a login; refuses one too many. */
  void login(Client client) {
    limits.require("login|" + client.address(), logins);
  }

  /** Counts a new account; refuses one too many. */
  void signUp(Client client) {
    limits.require("signup|" + client.address(), signUps);
  }
}

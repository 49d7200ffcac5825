package dev.hitlai.identity.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.AuthMethod;
import dev.hitlai.identity.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a program gets from a login: a token to use and one to renew it. */
@Component
public class TokenPairs {
  private final AccessTokens access;
  private final RefreshTokens refresh;
  private final Principals principals;
  private final Clock clock;

  TokenPairs(AccessTokens access, RefreshTokens refresh, Principals principals, Clock clock) {
    this.access = access;
    this.refresh = refresh;
    this.principals = principals;
    this.clock = clock;
  }

  /** The two, and whom they are for. */
  public record Pair(String access, String refresh, Duration lifetime, CurrentUser user) {}

  public Pair begin(UUID userId, Client client) {
    CurrentUser user = load(userId, clock.instant());
    if (user == null) {
      throw ApiProblem.forbidden("This account can't be used any more.");
    }
    return pair(user, refresh.begin(userId, client));
  }

  /**
   * @throws ApiProblem UNAUTHORIZED for a token that isn't good any more
   */
  public Pair renew(String token, Client client) {
    var renewed = refresh.renew(token, client);
    CurrentUser user = renewed == null ? null : load(renewed.userId(), renewed.since());
    if (renewed == null || user == null) {
      throw new ApiProblem(
          ErrorCode.UNAUTHORIZED, "The refresh token isn't good any more; log in again.");
    }
    return pair(user, renewed.token());
  }

  public void end(String token) {
    refresh.end(token);
  }

  private @Nullable CurrentUser load(UUID userId, Instant since) {
    return principals.load(new Principals.Claim(userId, null, false, since, AuthMethod.JWT));
  }

  private Pair pair(CurrentUser user, String refreshToken) {
    return new Pair(
        access.issue(user.userId(), user.companyId()), refreshToken, access.lifetime(), user);
  }
}

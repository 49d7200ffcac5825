package dev.hitlai.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.internal.TokenPairs;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to sign-up, login and refresh.
 *
 * @param expires_in seconds
 */
record TokenAnswer(
    boolean success,
    String access_token,
    String refresh_token,
    String token_type,
    long expires_in,
    User user) {

  /** Who logged in. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record User(
      UUID id, String email, UserType type, @Nullable UUID companyId, @Nullable UUID testerId) {}

  static TokenAnswer of(TokenPairs.Pair pair) {
    var user = pair.user();
    return new TokenAnswer(
        true,
        pair.access(),
        pair.refresh(),
        "Bearer",
        pair.lifetime().toSeconds(),
        new User(user.userId(), user.email(), user.type(), user.companyId(), user.testerId()));
  }
}

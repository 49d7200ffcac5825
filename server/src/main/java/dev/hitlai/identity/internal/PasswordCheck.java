package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Asks people who are logged in for their password again, before what is hard to undo. */
@Component
class PasswordCheck {
  private final DSLContext sql;
  private final Privileged privileged;
  private final Passwords passwords;
  private final TriesByAddress tries;

  PasswordCheck(DSLContext sql, Privileged privileged, Passwords passwords, TriesByAddress tries) {
    this.sql = sql;
    this.privileged = privileged;
    this.passwords = passwords;
    this.tries = tries;
  }

  /**
   * @throws ApiProblem VALIDATION_ERROR for {@code currentPassword}, RATE_LIMIT_EXCEEDED after too
   *     many tries
   */
  void require(CurrentUser who, String password) {
    tries.password(who.userId());
    String hash =
        privileged.step(
            "password",
            () ->
                sql.select(USERS.PASSWORD_HASH)
                    .from(USERS)
                    .where(USERS.ID.eq(who.userId()))
                    .fetchOptional(USERS.PASSWORD_HASH)
                    .orElse(""));
    if (hash.isEmpty() || !passwords.matches(password, hash)) {
      throw ApiProblem.invalid("currentPassword", "isn't the password you have now");
    }
  }
}

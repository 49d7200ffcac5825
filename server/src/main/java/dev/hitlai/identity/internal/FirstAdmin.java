package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.internal.OneTimeLinks.Purpose;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Makes the first administrator by a link that only who starts the server sees. */
@Component
public class FirstAdmin {
  private final OneTimeLinks links;
  private final DSLContext sql;
  private final Privileged privileged;
  private final Passwords passwords;
  private final SignUps signUps;
  private final EmailProofs proofs;
  private final Duration lifetime;

  FirstAdmin(
      OneTimeLinks links,
      DSLContext sql,
      Privileged privileged,
      Passwords passwords,
      SignUps signUps,
      EmailProofs proofs,
      IdentitySettings settings) {
    this.links = links;
    this.sql = sql;
    this.privileged = privileged;
    this.passwords = passwords;
    this.signUps = signUps;
    this.proofs = proofs;
    this.lifetime = settings.firstAdmin();
  }

  public Duration lifetime() {
    return lifetime;
  }

  /** The token of a new link, which ends earlier ones; empty once there is an administrator. */
  public Optional<String> offer() {
    return privileged.step(
        "first-admin",
        () -> {
          if (exists()) {
            return Optional.empty();
          }
          links.end(Purpose.FIRST_ADMIN);
          return Optional.of(links.make(Purpose.FIRST_ADMIN, OneTimeLinks.Target.NOBODY, lifetime));
        });
  }

  /** Whether the link still works. */
  public boolean isOpen(String token) {
    return privileged.step(
        "first-admin", () -> !exists() && links.find(Purpose.FIRST_ADMIN, token).isPresent());
  }

  /** Makes the administrator; returns the person. */
  public UUID make(String token, String email, String password) {
    if (!isOpen(token)) {
      throw gone();
    }
    var address = new EmailAddress(email);
    PasswordRules.require(password, address.value());
    if (signUps.taken(address.value())) {
      throw ApiProblem.invalid("email", "belongs to another account");
    }
    String hash = passwords.hash(password);
    return privileged.step(
        "first-admin",
        () -> {
          var link = links.find(Purpose.FIRST_ADMIN, token).orElseThrow(FirstAdmin::gone);
          links.use(link);
          UUID admin = signUps.user(address, hash, "Administrator", UserType.ADMIN);
          // Whoever starts the server needs no mail to vouch for the address, and there is none
          // yet.
          proofs.vouch(admin);
          return admin;
        });
  }

  private boolean exists() {
    return sql.fetchExists(USERS, USERS.USER_TYPE.eq(UserType.ADMIN.value()));
  }

  private static ApiProblem gone() {
    return ApiProblem.notFound("This link has been used or has expired.");
  }
}

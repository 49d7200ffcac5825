package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.AccountSafetyChanged;
import dev.hitlai.identity.AccountSafetyChanged.Change;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.PasswordResetAsked;
import dev.hitlai.identity.internal.OneTimeLinks.Purpose;
import dev.hitlai.identity.internal.OneTimeLinks.Target;
import dev.hitlai.identity.internal.jooq.tables.records.UsersRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A new password for people who lost theirs, by a link to the address of the account. */
@Component
public class PasswordResets {
  private static final String PATH = "/password/reset/";

  private final DSLContext sql;
  private final OneTimeLinks links;
  private final Privileged privileged;
  private final Passwords passwords;
  private final TriesByAddress tries;
  private final Endings endings;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Duration lifetime;

  PasswordResets(
      DSLContext sql,
      OneTimeLinks links,
      Privileged privileged,
      Passwords passwords,
      TriesByAddress tries,
      Endings endings,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock,
      IdentitySettings settings) {
    this.sql = sql;
    this.links = links;
    this.privileged = privileged;
    this.passwords = passwords;
    this.tries = tries;
    this.endings = endings;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.lifetime = settings.passwordReset();
  }

  /** Somebody wants a link; whether there is such an account is looked up later. */
  record Wanted(String email) {}

  public Duration lifetime() {
    return lifetime;
  }

  /**
   * Takes note of the wish. Everything that differs between addresses with and without an account
   * happens afterwards, so that neither the answer nor its time tells which there are.
   */
  public void ask(String email, Client client) {
    String address = new EmailAddress(email).value();
    tries.reset(client);
    privileged.step(
        "password-reset",
        () -> {
          events.publishEvent(new Wanted(address));
          return true;
        });
  }

  @ApplicationModuleListener
  void on(Wanted wanted) {
    var account =
        sql.selectFrom(USERS)
            .where(USERS.EMAIL.eq(wanted.email()))
            .and(USERS.DISABLED_AT.isNull())
            .fetchOne();
    // One person asking often must not fill another's mailbox.
    if (account != null && tries.mayMail("password-reset", account.getId().toString())) {
      send(account);
    }
  }

  private void send(UsersRecord account) {
    links.end(Purpose.PASSWORD_RESET, account.getId());
    String token =
        links.make(
            Purpose.PASSWORD_RESET, Target.person(account.getId(), account.getEmail()), lifetime);
    events.publishEvent(
        new PasswordResetAsked(
            account.getId(), account.getEmail(), account.getDisplayName(), PATH + token));
  }

  /** Whether the link still works. */
  public boolean isOpen(String token) {
    return privileged.step(
        "password-reset", () -> links.find(Purpose.PASSWORD_RESET, token).isPresent());
  }

  /**
   * Sets the password and ends every login of the person.
   *
   * @throws ApiProblem NOT_FOUND when the link isn't good any more, VALIDATION_ERROR for {@code
   *     password}
   */
  public void choose(String token, String password) {
    String email =
        privileged.step(
            "password-reset",
            () -> links.find(Purpose.PASSWORD_RESET, token).orElseThrow(this::gone).getEmail());
    PasswordRules.require(password, email);
    String hash = passwords.hash(password);
    privileged.step(
        "password-reset",
        () -> {
          var link = links.find(Purpose.PASSWORD_RESET, token).orElseThrow(this::gone);
          links.use(link);
          set(Objects.requireNonNull(link.getUserId()), hash);
          return true;
        });
  }

  private void set(UUID person, String hash) {
    var account = sql.selectFrom(USERS).where(USERS.ID.eq(person)).forUpdate().fetchSingle();
    if (account.getDisabledAt() != null) {
      throw gone();
    }
    account.setPasswordHash(hash);
    account.setPasswordChangedAt(clock.instant());
    account.setFailedLoginCount(0);
    account.setLockedUntil(null);
    if (account.getEmailVerifiedAt() == null) {
      // The link came by mail to this address, which proves as much as one made for that.
      account.setEmailVerifiedAt(clock.instant());
    }
    account.store();
    endings.all(person, "password_reset");
    audit.noteOfOneself(person, "user.password_reset");
    events.publishEvent(
        new AccountSafetyChanged(
            person, account.getEmail(), account.getDisplayName(), Change.PASSWORD_RESET));
  }

  private ApiProblem gone() {
    return ApiProblem.notFound(
        "This link has been used or has expired. Links work once, for %d min."
            .formatted(lifetime.toMinutes()));
  }
}

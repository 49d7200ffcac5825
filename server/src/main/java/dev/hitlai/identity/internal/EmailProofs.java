package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.AccountSafetyChanged;
import dev.hitlai.identity.AccountSafetyChanged.Change;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.EmailVerificationAsked;
import dev.hitlai.identity.internal.OneTimeLinks.Purpose;
import dev.hitlai.identity.internal.OneTimeLinks.Target;
import dev.hitlai.identity.internal.jooq.tables.records.OneTimeLinksRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Shows whose an address is: by a link that only whoever reads its mail can open. */
@Component
public class EmailProofs {
  private static final String PATH = "/verify-email/";

  private final DSLContext sql;
  private final OneTimeLinks links;
  private final Privileged privileged;
  private final PasswordCheck passwords;
  private final TriesByAddress tries;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Duration lifetime;

  EmailProofs(
      DSLContext sql,
      OneTimeLinks links,
      Privileged privileged,
      PasswordCheck passwords,
      TriesByAddress tries,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock,
      IdentitySettings settings) {
    this.sql = sql;
    this.links = links;
    this.privileged = privileged;
    this.passwords = passwords;
    this.tries = tries;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.lifetime = settings.emailVerification();
  }

  /** Sends a new account its link; inside the transaction that makes the account. */
  void ask(UUID userId, String email, String name) {
    send(Purpose.EMAIL_VERIFICATION, userId, email, name);
  }

  /** Takes an address as proven, because somebody knows better; inside the caller's transaction. */
  void vouch(UUID userId) {
    sql.update(USERS)
        .set(USERS.EMAIL_VERIFIED_AT, clock.instant())
        .where(USERS.ID.eq(userId))
        .and(USERS.EMAIL_VERIFIED_AT.isNull())
        .execute();
  }

  /**
   * Sends the link once more; earlier ones end.
   *
   * @throws ApiProblem CONFLICT when the address is proven, RATE_LIMIT_EXCEEDED after too many
   */
  public void askAgain(CurrentUser who) {
    if (who.standing().emailVerified()) {
      throw ApiProblem.conflict("This address is confirmed already.");
    }
    tries.mail("verification", who.userId().toString());
    privileged.step(
        "email-verification",
        () -> {
          send(Purpose.EMAIL_VERIFICATION, who.userId(), who.email(), who.displayName());
          return true;
        });
  }

  /**
   * Sends a link to another address, which becomes the account's when it is opened.
   *
   * @throws ApiProblem VALIDATION_ERROR for {@code email} or {@code currentPassword}
   */
  public void change(CurrentUser who, String email, String currentPassword) {
    String address = new EmailAddress(email).value();
    if (address.equalsIgnoreCase(who.email())) {
      throw ApiProblem.invalid("email", "is the one you have now");
    }
    passwords.require(who, currentPassword);
    tries.mail("change", who.userId().toString());
    privileged.step(
        "email-change",
        () -> {
          requireFree(address);
          send(Purpose.EMAIL_CHANGE, who.userId(), address, who.displayName());
          audit.note(who, "user.email_change_asked", "user", who.userId());
          return true;
        });
  }

  /** The address that the link proves; empty when it has been used, has expired or never was. */
  public Optional<String> find(String token) {
    return privileged.step(
        "email-verification", () -> link(token).map(OneTimeLinksRecord::getEmail));
  }

  /**
   * Takes the address as proven, and after a change as the account's; returns it.
   *
   * @throws ApiProblem NOT_FOUND when the link isn't good any more
   */
  public String confirm(String token) {
    return privileged.step(
        "email-verification",
        () -> {
          var link = link(token).orElseThrow(EmailProofs::gone);
          UUID person = Objects.requireNonNull(link.getUserId());
          String address = Objects.requireNonNull(link.getEmail());
          links.use(link);
          if (link.getPurpose().equals("email_change")) {
            become(person, address);
          } else {
            prove(person, address);
          }
          return address;
        });
  }

  private Optional<OneTimeLinksRecord> link(String token) {
    return links
        .find(Purpose.EMAIL_VERIFICATION, token)
        .or(() -> links.find(Purpose.EMAIL_CHANGE, token));
  }

  private void prove(UUID person, String address) {
    int changed =
        sql.update(USERS)
            .set(USERS.EMAIL_VERIFIED_AT, clock.instant())
            .where(USERS.ID.eq(person))
            .and(USERS.EMAIL.eq(address))
            .execute();
    if (changed == 0) {
      throw gone();
    }
    audit.noteOfOneself(person, "user.email_verified");
  }

  private void become(UUID person, String address) {
    requireFree(address);
    var account = sql.selectFrom(USERS).where(USERS.ID.eq(person)).forUpdate().fetchSingle();
    String before = account.getEmail();
    account.setEmail(address);
    account.setEmailVerifiedAt(clock.instant());
    account.store();
    // Whoever reads the old mailbox has no more say in this account.
    links.end(Purpose.PASSWORD_RESET, person);
    links.end(Purpose.EMAIL_VERIFICATION, person);
    audit.noteOfOneself(person, "user.email_changed");
    events.publishEvent(
        new AccountSafetyChanged(person, before, account.getDisplayName(), Change.EMAIL_CHANGED));
  }

  private void requireFree(String address) {
    if (sql.fetchExists(USERS, USERS.EMAIL.eq(address))) {
      throw ApiProblem.invalid("email", "belongs to another account");
    }
  }

  private void send(Purpose purpose, UUID userId, String email, String name) {
    links.end(purpose, userId);
    String token = links.make(purpose, Target.person(userId, email), lifetime);
    events.publishEvent(new EmailVerificationAsked(userId, email, name, PATH + token));
  }

  private static ApiProblem gone() {
    return ApiProblem.notFound("This link has been used or has expired.");
  }
}

package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.AccountSafetyChanged;
import dev.hitlai.identity.AccountSafetyChanged.Change;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.jooq.tables.records.UsersRecord;
import dev.hitlai.platform.Secrets;
import dev.hitlai.platform.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A person's second factor: how it is set up, checked and given up. */
@Component
public class SecondFactors {
  private static final String USE = "second factor";

  private final DSLContext sql;
  private final Privileged privileged;
  private final RecoveryCodes codes;
  private final PasswordCheck passwords;
  private final TriesByAddress tries;
  private final Vault vault;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SecondFactors(
      DSLContext sql,
      Privileged privileged,
      RecoveryCodes codes,
      PasswordCheck passwords,
      TriesByAddress tries,
      Vault vault,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.privileged = privileged;
    this.codes = codes;
    this.passwords = passwords;
    this.tries = tries;
    this.vault = vault;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * How a person stands.
   *
   * @param enabledAt since when it is asked for at login; null: it isn't
   * @param pending whether one was begun that awaits its first code
   * @param required whether a company of the person asks for it
   */
  public record Status(
      @Nullable Instant enabledAt, boolean pending, int recoveryCodesLeft, boolean required) {
    public boolean enabled() {
      return enabledAt != null;
    }
  }

  /**
   * What an authenticator has to know, once.
   *
   * @param key the secret to type in by hand, in groups of four
   * @param uri the same as authenticators read it
   * @param svg a QR code of the uri
   */
  public record Enrolment(String key, String uri, String svg) {}

  public Status status(CurrentUser who) {
    return privileged.step(USE, () -> status(who.userId(), account(who.userId())));
  }

  private Status status(UUID person, UsersRecord account) {
    return new Status(
        account.getTotpConfirmedAt(),
        account.getTotpConfirmedAt() == null && account.getTotpSecret() != null,
        codes.left(person),
        required(person));
  }

  private boolean required(UUID person) {
    return sql.fetchExists(
        COMPANY_MEMBERS.join(COMPANIES).on(COMPANIES.ID.eq(COMPANY_MEMBERS.COMPANY_ID)),
        COMPANY_MEMBERS
            .USER_ID
            .eq(person)
            .and(COMPANIES.SECOND_FACTOR_REQUIRED)
            .and(COMPANIES.SUSPENDED_AT.isNull()));
  }

  /** Makes a new secret, which counts once a code of it was shown. */
  public Enrolment enrol(CurrentUser who) {
    byte[] secret = Secrets.bytes(Totp.SECRET_BYTES);
    privileged.step(
        USE,
        () -> {
          var account = account(who.userId());
          requireOff(account);
          account.setTotpSecret(seal(secret));
          account.setTotpLastStep(null);
          account.store();
          return true;
        });
    return enrolment(secret, who.email());
  }

  /** The one that awaits its first code, so that its page can be loaded again. */
  public Enrolment pending(CurrentUser who) {
    byte[] secret =
        privileged.step(
            USE,
            () -> {
              var account = account(who.userId());
              requireOff(account);
              return secret(account);
            });
    return enrolment(secret, who.email());
  }

  private static Enrolment enrolment(byte[] secret, String email) {
    String uri = Totp.uri(secret, email);
    return new Enrolment(
        Base32.encode(secret).replaceAll("(.{4})(?=.)", "$1 "),
        uri,
        QrPicture.svg(uri, "QR code for your authenticator"));
  }

  /**
   * Puts it in force.
   *
   * @return the recovery codes, shown this once
   * @throws ApiProblem VALIDATION_ERROR for {@code code}
   */
  public List<String> confirm(CurrentUser who, String code) {
    tries.code(who.userId());
    return privileged.step(
        USE,
        () -> {
          var account = account(who.userId());
          requireOff(account);
          requireCode(take(account, code));
          account.setTotpConfirmedAt(clock.instant());
          account.store();
          tell(who, account, Change.SECOND_FACTOR_ON, "user.second_factor_on");
          return codes.renew(who.userId());
        });
  }

  /**
   * Gives it up; takes the password and a code, or a recovery code.
   *
   * @throws ApiProblem VALIDATION_ERROR for {@code currentPassword} or {@code code}
   */
  public void disable(CurrentUser who, String password, String code) {
    passwords.require(who, password);
    tries.code(who.userId());
    privileged.step(
        USE,
        () -> {
          var account = account(who.userId());
          requireOn(account);
          requireCode(take(account, code) || codes.use(who.userId(), code));
          account.setTotpSecret(null);
          account.setTotpConfirmedAt(null);
          account.setTotpLastStep(null);
          account.store();
          codes.forget(who.userId());
          tell(who, account, Change.SECOND_FACTOR_OFF, "user.second_factor_off");
          return true;
        });
  }

  /** New recovery codes in the place of the earlier ones; takes a code. */
  public List<String> renewCodes(CurrentUser who, String code) {
    tries.code(who.userId());
    return privileged.step(
        USE,
        () -> {
          var account = account(who.userId());
          requireOn(account);
          requireCode(take(account, code));
          tell(who, account, Change.RECOVERY_CODES_RENEWED, "user.recovery_codes_renewed");
          return codes.renew(who.userId());
        });
  }

  /** Whether these are the person's codes, to hand them over as a file. */
  public boolean own(CurrentUser who, List<String> shown) {
    return privileged.step(USE, () -> codes.own(who.userId(), shown));
  }

  /** Whether a code is good, which uses it up; inside the caller's transaction. */
  boolean accept(UsersRecord account, String code) {
    if (take(account, code)) {
      return true;
    }
    if (!codes.use(account.getId(), code)) {
      return false;
    }
    publish(account, Change.RECOVERY_CODE_USED);
    return true;
  }

  /** A code counts once: neither it nor an older one is taken again. */
  private boolean take(UsersRecord account, String code) {
    var step = Totp.match(secret(account), code, clock.instant());
    Long last = account.getTotpLastStep();
    if (step.isEmpty() || (last != null && step.getAsLong() <= last)) {
      return false;
    }
    account.setTotpLastStep(step.getAsLong());
    account.store();
    return true;
  }

  /** Locked, so that one code shown twice at once counts once. */
  UsersRecord account(UUID person) {
    return sql.selectFrom(USERS).where(USERS.ID.eq(person)).forUpdate().fetchSingle();
  }

  private byte[] secret(UsersRecord account) {
    if (account.getTotpSecret() == null) {
      throw ApiProblem.conflict("Begin to set up a second factor first.");
    }
    return Base32.decode(vault.open(USE, Base64.getDecoder().decode(account.getTotpSecret())));
  }

  private String seal(byte[] secret) {
    return Base64.getEncoder().encodeToString(vault.seal(USE, Base32.encode(secret)));
  }

  private void tell(CurrentUser who, UsersRecord account, Change change, String action) {
    audit.note(who, action, "user", who.userId());
    publish(account, change);
  }

  private void publish(UsersRecord account, Change change) {
    events.publishEvent(
        new AccountSafetyChanged(
            account.getId(), account.getEmail(), account.getDisplayName(), change));
  }

  private static void requireCode(boolean good) {
    if (!good) {
      throw ApiProblem.invalid("code", "isn't the one your authenticator shows now");
    }
  }

  private static void requireOff(UsersRecord account) {
    if (account.getTotpConfirmedAt() != null) {
      throw ApiProblem.conflict("A second factor is set up already; switch it off first.");
    }
  }

  private static void requireOn(UsersRecord account) {
    if (account.getTotpConfirmedAt() == null) {
      throw ApiProblem.conflict("There is no second factor to change.");
    }
  }
}

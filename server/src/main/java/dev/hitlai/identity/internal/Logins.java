package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.LOGIN_ATTEMPTS;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.LoginRefused;
import dev.hitlai.platform.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Checks e-mail and password. Answers and timing are the same whether an account exists or not,
 * also for the lock after too many failures, which unknown addresses get too.
 */
@Component
public class Logins {
  private static final Duration MEMORY = Duration.ofDays(1);

  private static final String CODE = "wrong_second_factor";

  private final DSLContext sql;
  private final Privileged privileged;
  private final Passwords passwords;
  private final TriesByAddress tries;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Logins(
      DSLContext sql,
      Privileged privileged,
      Passwords passwords,
      TriesByAddress tries,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.privileged = privileged;
    this.passwords = passwords;
    this.tries = tries;
    this.events = events;
    this.clock = clock;
  }

  private record Account(
      @Nullable UUID id,
      @Nullable String hash,
      int failures,
      @Nullable Instant lockedUntil,
      boolean disabled,
      boolean needsCode) {}

  /**
   * Who showed the right password.
   *
   * @param needsCode whether that isn't enough, because the account has a second factor
   */
  public record Checked(UUID userId, boolean needsCode) {}

  /**
   * @throws ApiProblem UNAUTHORIZED for a wrong pair, RATE_LIMIT_EXCEEDED while locked
   */
  public Checked check(String email, String password, Client client) {
    tries.login(client);
    String address = email.strip().toLowerCase(Locale.ROOT);
    Account account = privileged.step("login", () -> find(address));
    Instant now = clock.instant();
    if (account.lockedUntil() != null && account.lockedUntil().isAfter(now)) {
      note(address, account, client, "locked", account.failures());
      throw locked(Duration.between(now, account.lockedUntil()));
    }
    boolean right = passwords.matches(password, account.hash());
    UUID id = account.id();
    if (!right || id == null || account.disabled()) {
      throw refuse(address, account, client, right);
    }
    if (!account.needsCode()) {
      // With a second factor this waits for the code: the right password alone must not make wrong
      // codes forgotten.
      privileged.step("login", () -> succeed(address, id, client));
    }
    return new Checked(id, account.needsCode());
  }

  /**
   * Refuses an account that is locked; before a code is looked at.
   *
   * @throws ApiProblem RATE_LIMIT_EXCEEDED while locked
   */
  void requireOpen(UUID userId) {
    Instant until =
        privileged
            .step(
                "login",
                () ->
                    sql.select(USERS.LOCKED_UNTIL)
                        .from(USERS)
                        .where(USERS.ID.eq(userId))
                        .fetchOptional(USERS.LOCKED_UNTIL))
            .orElse(null);
    if (until != null && until.isAfter(clock.instant())) {
      throw locked(Duration.between(clock.instant(), until));
    }
  }

  /** Counts a wrong code like a wrong password. */
  void codeWrong(UUID userId, String email, Client client) {
    int failures = privileged.step("login", () -> fail(userId));
    note(email, new Account(userId, null, 0, null, false, true), client, CODE, failures);
  }

  /** The login is complete; inside the caller's transaction. */
  void codeRight(UUID userId, String email, Client client) {
    succeed(email, userId, client);
  }

  private Account find(String email) {
    return Optional.ofNullable(
            sql.select(
                    USERS.ID,
                    USERS.PASSWORD_HASH,
                    USERS.FAILED_LOGIN_COUNT,
                    USERS.LOCKED_UNTIL,
                    USERS.DISABLED_AT,
                    USERS.TOTP_CONFIRMED_AT)
                .from(USERS)
                .where(USERS.EMAIL.eq(email))
                .fetchOne(
                    row ->
                        new Account(
                            row.value1(),
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            row.value5() != null,
                            row.value6() != null)))
        .orElseGet(() -> stranger(email));
  }

  /** An address without an account is locked by what was tried on it. */
  private Account stranger(String email) {
    var tries =
        sql.select(LOGIN_ATTEMPTS.CREATED_AT)
            .from(LOGIN_ATTEMPTS)
            .where(LOGIN_ATTEMPTS.EMAIL.eq(email))
            .and(LOGIN_ATTEMPTS.FAILURE_REASON.eq("unknown_email"))
            .and(LOGIN_ATTEMPTS.CREATED_AT.gt(clock.instant().minus(MEMORY)))
            .orderBy(LOGIN_ATTEMPTS.CREATED_AT.desc())
            .limit(100)
            .fetch(LOGIN_ATTEMPTS.CREATED_AT);
    Instant until = tries.isEmpty() ? null : tries.getFirst().plus(LockOut.after(tries.size()));
    return new Account(null, null, tries.size(), until, false, false);
  }

  private ApiProblem refuse(String email, Account account, Client client, boolean right) {
    UUID id = account.id();
    String reason = id == null ? "unknown_email" : right ? "disabled" : "wrong_password";
    int failures =
        id == null || right ? account.failures() : privileged.step("login", () -> fail(id));
    note(email, account, client, reason, failures);
    return new ApiProblem(
        ErrorCode.UNAUTHORIZED, "This e-mail and password don't belong together.");
  }

  private int fail(UUID userId) {
    int failures =
        sql.update(USERS)
            .set(USERS.FAILED_LOGIN_COUNT, USERS.FAILED_LOGIN_COUNT.plus(1))
            .where(USERS.ID.eq(userId))
            .returning(USERS.FAILED_LOGIN_COUNT)
            .fetchSingle(USERS.FAILED_LOGIN_COUNT);
    Duration wait = LockOut.after(failures);
    if (wait.isPositive()) {
      sql.update(USERS)
          .set(USERS.LOCKED_UNTIL, clock.instant().plus(wait))
          .where(USERS.ID.eq(userId))
          .execute();
    }
    return failures;
  }

  private boolean succeed(String email, UUID userId, Client client) {
    sql.update(USERS)
        .set(USERS.FAILED_LOGIN_COUNT, 0)
        .setNull(USERS.LOCKED_UNTIL)
        .set(USERS.LAST_LOGIN_AT, clock.instant())
        .where(USERS.ID.eq(userId))
        .execute();
    write(email, userId, client, null);
    return true;
  }

  private void note(String email, Account account, Client client, String reason, int failures) {
    privileged.step(
        "login",
        () -> {
          write(email, account.id(), client, reason);
          events.publishEvent(
              new LoginRefused(account.id(), reason, client.address(), tried(email), failures));
          return true;
        });
  }

  private static String tried(String email) {
    byte[] hash = Secrets.sha256(email);
    return java.util.HexFormat.of().formatHex(hash, 0, 8);
  }

  private void write(
      String email, @Nullable UUID userId, Client client, @Nullable String failureReason) {
    sql.insertInto(LOGIN_ATTEMPTS)
        .set(LOGIN_ATTEMPTS.EMAIL, email)
        .set(LOGIN_ATTEMPTS.USER_ID, userId)
        .set(LOGIN_ATTEMPTS.IP_ADDRESS, client.address())
        .set(LOGIN_ATTEMPTS.USER_AGENT, client.userAgent())
        .set(LOGIN_ATTEMPTS.SUCCEEDED, failureReason == null)
        .set(LOGIN_ATTEMPTS.FAILURE_REASON, failureReason)
        .set(LOGIN_ATTEMPTS.CREATED_AT, clock.instant())
        .execute();
  }

  private static ApiProblem locked(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new ApiProblem(
        ErrorCode.RATE_LIMIT_EXCEEDED,
        "Too many wrong tries; try again in %d min.".formatted((seconds + 59) / 60),
        Map.of("retryAfterSeconds", seconds));
  }
}

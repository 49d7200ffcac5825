package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.USERS;
import static org.jooq.impl.DSL.noCondition;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's accounts, for administrators, and one's own. */
@Component
public class Accounts {
  private final DSLContext sql;
  private final Privileged privileged;
  private final Passwords passwords;
  private final PasswordCheck check;
  private final RefreshTokens tokens;
  private final Endings endings;
  private final OneTimeLinks links;
  private final Audit audit;
  private final Clock clock;

  Accounts(
      DSLContext sql,
      Privileged privileged,
      Passwords passwords,
      PasswordCheck check,
      RefreshTokens tokens,
      Endings endings,
      OneTimeLinks links,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.privileged = privileged;
    this.passwords = passwords;
    this.check = check;
    this.tokens = tokens;
    this.endings = endings;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /** An account as administrators list it. */
  public record Account(
      UUID id,
      String email,
      String displayName,
      UserType type,
      Instant createdAt,
      @Nullable Instant lastLoginAt,
      @Nullable Instant lockedUntil,
      boolean disabled,
      boolean secondFactor) {}

  /** Which accounts, in which order. */
  public record Search(
      @Nullable String words, @Nullable UserType type, String sort, boolean descending) {}

  /** A part of a list and its whole length. */
  public record Found(List<Account> accounts, int total) {}

  @Transactional(readOnly = true)
  public Found find(Search search, int limit, int offset) {
    Condition which = condition(search);
    var accounts =
        sql.selectFrom(USERS)
            .where(which)
            .orderBy(order(search), USERS.ID.asc())
            .limit(limit)
            .offset(offset)
            .fetch(
                row ->
                    new Account(
                        row.getId(),
                        row.getEmail(),
                        row.getDisplayName(),
                        UserType.of(row.getUserType()),
                        row.getCreatedAt(),
                        row.getLastLoginAt(),
                        stillLocked(row.getLockedUntil()),
                        row.getDisabledAt() != null,
                        row.getTotpConfirmedAt() != null));
    return new Found(accounts, sql.fetchCount(USERS, which));
  }

  private @Nullable Instant stillLocked(@Nullable Instant until) {
    return until != null && until.isAfter(clock.instant()) ? until : null;
  }

  private static Condition condition(Search search) {
    Condition words =
        search.words() == null || search.words().isBlank()
            ? noCondition()
            : USERS
                .EMAIL
                .cast(String.class)
                .containsIgnoreCase(search.words().strip())
                .or(USERS.DISPLAY_NAME.containsIgnoreCase(search.words().strip()));
    return search.type() == null ? words : words.and(USERS.USER_TYPE.eq(search.type().value()));
  }

  private static SortField<?> order(Search search) {
    var field =
        switch (search.sort()) {
          case "email" -> USERS.EMAIL;
          case "name" -> USERS.DISPLAY_NAME;
          case "lastLogin" -> USERS.LAST_LOGIN_AT;
          default -> USERS.CREATED_AT;
        };
    return search.descending() ? field.desc().nullsLast() : field.asc().nullsLast();
  }

  /** Shuts somebody out at once, wherever they are logged in. */
  @Transactional
  public void lock(CurrentUser by, UUID id) {
    if (id.equals(by.userId())) {
      throw ApiProblem.conflict("Nobody can lock themselves out.");
    }
    changed(
        sql.update(USERS).set(USERS.DISABLED_AT, clock.instant()).where(USERS.ID.eq(id)).execute());
    endings.all(id, "account_disabled");
    audit.note(by, "user.locked", "user", id);
  }

  /** Lets somebody in again, also after too many wrong passwords. */
  @Transactional
  public void unlock(CurrentUser by, UUID id) {
    changed(
        sql.update(USERS)
            .setNull(USERS.DISABLED_AT)
            .setNull(USERS.LOCKED_UNTIL)
            .set(USERS.FAILED_LOGIN_COUNT, 0)
            .where(USERS.ID.eq(id))
            .execute());
    audit.note(by, "user.unlocked", "user", id);
  }

  private static void changed(int rows) {
    if (rows == 0) {
      throw ApiProblem.notFound("No account has this id.");
    }
  }

  /** Changes one's own name. */
  @Transactional
  public void rename(CurrentUser who, String displayName) {
    if (displayName.isBlank() || displayName.length() > 200) {
      throw ApiProblem.invalid("displayName", "must have 1 to 200 characters");
    }
    sql.update(USERS)
        .set(USERS.DISPLAY_NAME, displayName.strip())
        .where(USERS.ID.eq(who.userId()))
        .execute();
  }

  /** Changes one's own password, which ends every login; the caller may renew its own. */
  public void changePassword(CurrentUser who, String current, String wanted) {
    check.require(who, current);
    String problem = PasswordRules.problem(wanted, who.email());
    if (problem != null) {
      throw ApiProblem.invalid("newPassword", problem);
    }
    String hash = passwords.hash(wanted);
    privileged.step(
        "password",
        () -> {
          sql.update(USERS)
              .set(USERS.PASSWORD_HASH, hash)
              .set(USERS.PASSWORD_CHANGED_AT, clock.instant())
              .where(USERS.ID.eq(who.userId()))
              .execute();
          tokens.endAll(who.userId(), "password_changed");
          links.end(OneTimeLinks.Purpose.PASSWORD_RESET, who.userId());
          audit.note(who, "user.password_changed", "user", who.userId());
          return true;
        });
  }
}

package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.API_KEYS;
import static dev.hitlai.identity.internal.jooq.Tables.AUDIT_EVENTS;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;
import static dev.hitlai.identity.internal.jooq.Tables.IDEMPOTENCY_KEYS;
import static dev.hitlai.identity.internal.jooq.Tables.LOGIN_ATTEMPTS;
import static dev.hitlai.identity.internal.jooq.Tables.ONE_TIME_LINKS;
import static dev.hitlai.identity.internal.jooq.Tables.REFRESH_TOKENS;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.identity.PersonalFiles;
import dev.hitlai.identity.PersonalRecords;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;

/** What accounts and logins say of a person. */
@Component
class IdentityRecords implements PersonalRecords {
  private final DSLContext sql;
  private final Endings endings;
  private final RecoveryCodes codes;
  private final BrowserSessions browsers;
  private final Clock clock;

  IdentityRecords(
      DSLContext sql, Endings endings, RecoveryCodes codes, BrowserSessions browsers, Clock clock) {
    this.sql = sql;
    this.endings = endings;
    this.codes = codes;
    this.browsers = browsers;
    this.clock = clock;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(UUID userId) {
    var files = new PersonalFiles(sql);
    files.add(
        "account",
        USERS,
        USERS.ID.eq(userId),
        USERS.ID,
        USERS.EMAIL,
        USERS.DISPLAY_NAME,
        USERS.USER_TYPE,
        USERS.EMAIL_VERIFIED_AT,
        USERS.TOTP_CONFIRMED_AT.as("second_factor_since"),
        USERS.LAST_LOGIN_AT,
        USERS.PASSWORD_CHANGED_AT,
        USERS.LOCALE,
        USERS.TIME_ZONE,
        USERS.ERASURE_DUE_AT,
        USERS.CREATED_AT);
    files.add(
        "companies",
        COMPANY_MEMBERS.join(COMPANIES).on(COMPANIES.ID.eq(COMPANY_MEMBERS.COMPANY_ID)),
        COMPANY_MEMBERS.USER_ID.eq(userId),
        COMPANIES.ID,
        COMPANIES.NAME,
        COMPANIES.CLOSED_AT,
        COMPANY_MEMBERS.ROLE,
        COMPANY_MEMBERS.JOINED_AT,
        COMPANY_MEMBERS.CREATED_AT);
    files.add(
        "api-keys",
        API_KEYS,
        API_KEYS.CREATED_BY.eq(userId),
        API_KEYS.COMPANY_ID,
        API_KEYS.NAME,
        API_KEYS.PREFIX,
        API_KEYS.SCOPES,
        API_KEYS.CREATED_AT,
        API_KEYS.LAST_USED_AT,
        API_KEYS.REVOKED_AT);
    logins(files, userId);
    return files.all();
  }

  private void logins(PersonalFiles files, UUID userId) {
    files.add(
        "sign-ins",
        LOGIN_ATTEMPTS,
        LOGIN_ATTEMPTS.USER_ID.eq(userId),
        LOGIN_ATTEMPTS.CREATED_AT.desc(),
        LOGIN_ATTEMPTS.CREATED_AT,
        LOGIN_ATTEMPTS.EMAIL,
        LOGIN_ATTEMPTS.SUCCEEDED,
        LOGIN_ATTEMPTS.FAILURE_REASON,
        LOGIN_ATTEMPTS.IP_ADDRESS,
        LOGIN_ATTEMPTS.USER_AGENT);
    files.add("sessions", browsers.of(userId).stream().map(IdentityRecords::session).toList());
    files.add(
        "tokens",
        REFRESH_TOKENS,
        REFRESH_TOKENS.USER_ID.eq(userId),
        REFRESH_TOKENS.CREATED_AT.desc(),
        REFRESH_TOKENS.CREATED_AT,
        REFRESH_TOKENS.EXPIRES_AT,
        REFRESH_TOKENS.REVOKED_AT,
        REFRESH_TOKENS.IP_ADDRESS,
        REFRESH_TOKENS.USER_AGENT);
    files.add(
        "activity",
        AUDIT_EVENTS,
        AUDIT_EVENTS.USER_ID.eq(userId),
        AUDIT_EVENTS.CREATED_AT.desc(),
        AUDIT_EVENTS.CREATED_AT,
        AUDIT_EVENTS.ACTION,
        AUDIT_EVENTS.SUBJECT_TYPE,
        AUDIT_EVENTS.SUBJECT_ID,
        AUDIT_EVENTS.COMPANY_ID);
  }

  private static Map<String, Object> session(BrowserSessions.Found found) {
    var row = new LinkedHashMap<String, Object>();
    row.put("since", found.since());
    row.put("last_seen", found.lastSeen());
    if (found.address() != null) {
      row.put("ip_address", found.address());
    }
    if (found.agent() != null) {
      row.put("user_agent", found.agent());
    }
    return row;
  }

  @Override
  public void erase(UUID userId, String email) {
    endings.all(userId, "erased");
    codes.forget(userId);
    sql.deleteFrom(REFRESH_TOKENS).where(REFRESH_TOKENS.USER_ID.eq(userId)).execute();
    sql.deleteFrom(LOGIN_ATTEMPTS)
        .where(LOGIN_ATTEMPTS.USER_ID.eq(userId).or(LOGIN_ATTEMPTS.EMAIL.eq(email)))
        .execute();
    sql.deleteFrom(ONE_TIME_LINKS)
        .where(ONE_TIME_LINKS.USER_ID.eq(userId).or(ONE_TIME_LINKS.EMAIL.eq(email)))
        .execute();
    // Answers that are kept to be repeated may quote the person.
    sql.deleteFrom(IDEMPOTENCY_KEYS).where(IDEMPOTENCY_KEYS.USER_ID.eq(userId)).execute();
    // What was done stays in the company's history, by somebody who has no name any more.
    sql.update(AUDIT_EVENTS)
        .setNull(AUDIT_EVENTS.IP_ADDRESS)
        .set(AUDIT_EVENTS.DETAILS, JSONB.valueOf("{}"))
        .where(AUDIT_EVENTS.USER_ID.eq(userId))
        .execute();
    anonymise(userId);
  }

  private void anonymise(UUID userId) {
    sql.update(USERS)
        .set(USERS.EMAIL, "erased-" + userId + "@erased.invalid")
        .set(USERS.DISPLAY_NAME, "Somebody who left")
        .setNull(USERS.PASSWORD_HASH)
        .setNull(USERS.EMAIL_VERIFIED_AT)
        .setNull(USERS.TOTP_SECRET)
        .setNull(USERS.TOTP_CONFIRMED_AT)
        .setNull(USERS.TOTP_LAST_STEP)
        .setNull(USERS.LAST_LOGIN_AT)
        .set(USERS.PREFERENCES, JSONB.valueOf("{}"))
        .set(USERS.LOCALE, "en")
        .set(USERS.TIME_ZONE, "UTC")
        .setNull(USERS.ERASURE_DUE_AT)
        .set(USERS.ERASED_AT, clock.instant())
        .set(USERS.DISABLED_AT, clock.instant())
        .where(USERS.ID.eq(userId))
        .execute();
  }
}

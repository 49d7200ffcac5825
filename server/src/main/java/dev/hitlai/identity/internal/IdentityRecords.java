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
    var files = new LinkedHashMap<String, List<Map<String, Object>>>();
    files.put("account", account(userId));
    files.put("companies", companies(userId));
    files.put("api-keys", keys(userId));
    files.put("sign-ins", signIns(userId));
    files.put("sessions", sessions(userId));
    files.put("tokens", tokens(userId));
    files.put("activity", activity(userId));
    return files;
  }

  private List<Map<String, Object>> account(UUID userId) {
    return sql.select(
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
            USERS.CREATED_AT)
        .from(USERS)
        .where(USERS.ID.eq(userId))
        .fetchMaps();
  }

  private List<Map<String, Object>> companies(UUID userId) {
    return sql.select(
            COMPANIES.ID,
            COMPANIES.NAME,
            COMPANY_MEMBERS.ROLE,
            COMPANY_MEMBERS.JOINED_AT,
            COMPANY_MEMBERS.CREATED_AT)
        .from(COMPANY_MEMBERS)
        .join(COMPANIES)
        .on(COMPANIES.ID.eq(COMPANY_MEMBERS.COMPANY_ID))
        .where(COMPANY_MEMBERS.USER_ID.eq(userId))
        .fetchMaps();
  }

  private List<Map<String, Object>> keys(UUID userId) {
    return sql.select(
            API_KEYS.COMPANY_ID,
            API_KEYS.NAME,
            API_KEYS.PREFIX,
            API_KEYS.SCOPES,
            API_KEYS.CREATED_AT,
            API_KEYS.LAST_USED_AT,
            API_KEYS.REVOKED_AT)
        .from(API_KEYS)
        .where(API_KEYS.CREATED_BY.eq(userId))
        .fetchMaps();
  }

  private List<Map<String, Object>> signIns(UUID userId) {
    return sql.select(
            LOGIN_ATTEMPTS.CREATED_AT,
            LOGIN_ATTEMPTS.EMAIL,
            LOGIN_ATTEMPTS.SUCCEEDED,
            LOGIN_ATTEMPTS.FAILURE_REASON,
            LOGIN_ATTEMPTS.IP_ADDRESS,
            LOGIN_ATTEMPTS.USER_AGENT)
        .from(LOGIN_ATTEMPTS)
        .where(LOGIN_ATTEMPTS.USER_ID.eq(userId))
        .orderBy(LOGIN_ATTEMPTS.CREATED_AT.desc())
        .fetchMaps();
  }

  private List<Map<String, Object>> sessions(UUID userId) {
    return browsers.of(userId).stream().map(IdentityRecords::session).toList();
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

  private List<Map<String, Object>> tokens(UUID userId) {
    return sql.select(
            REFRESH_TOKENS.CREATED_AT,
            REFRESH_TOKENS.EXPIRES_AT,
            REFRESH_TOKENS.REVOKED_AT,
            REFRESH_TOKENS.IP_ADDRESS,
            REFRESH_TOKENS.USER_AGENT)
        .from(REFRESH_TOKENS)
        .where(REFRESH_TOKENS.USER_ID.eq(userId))
        .orderBy(REFRESH_TOKENS.CREATED_AT.desc())
        .fetchMaps();
  }

  private List<Map<String, Object>> activity(UUID userId) {
    return sql.select(
            AUDIT_EVENTS.CREATED_AT,
            AUDIT_EVENTS.ACTION,
            AUDIT_EVENTS.SUBJECT_TYPE,
            AUDIT_EVENTS.SUBJECT_ID,
            AUDIT_EVENTS.COMPANY_ID)
        .from(AUDIT_EVENTS)
        .where(AUDIT_EVENTS.USER_ID.eq(userId))
        .orderBy(AUDIT_EVENTS.CREATED_AT.desc())
        .fetchMaps();
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

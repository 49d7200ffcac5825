package dev.hitlai.notifications.internal;

import static dev.hitlai.notifications.internal.jooq.Tables.DIGEST_ITEMS;
import static dev.hitlai.notifications.internal.jooq.Tables.DIGEST_SETTINGS;
import static dev.hitlai.notifications.internal.jooq.Tables.EMAIL_OUTBOX;
import static dev.hitlai.notifications.internal.jooq.Tables.EMAIL_UNSUBSCRIPTIONS;
import static dev.hitlai.notifications.internal.jooq.Tables.NOTIFICATIONS_;
import static dev.hitlai.notifications.internal.jooq.Tables.NOTIFICATION_PREFERENCES;
import static dev.hitlai.notifications.internal.jooq.Tables.TOLD_NOTICES;

import dev.hitlai.identity.PersonalRecords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What a person was told, and how they want to be told. */
@Component
class NoticeRecords implements PersonalRecords {
  /** The last mail, which may still wait to be sent; it goes with other old mails. */
  private static final String LAST = "account.erased";

  private final DSLContext sql;

  NoticeRecords(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(UUID userId) {
    var files = new LinkedHashMap<String, List<Map<String, Object>>>();
    files.put("notifications", notices(userId));
    files.put("notification-preferences", preferences(userId));
    files.put("digest-settings", digest(userId));
    files.put("mails", mails(userId));
    return files;
  }

  private List<Map<String, Object>> notices(UUID userId) {
    return sql.select(
            NOTIFICATIONS_.CREATED_AT,
            NOTIFICATIONS_.KIND,
            NOTIFICATIONS_.EVENT,
            NOTIFICATIONS_.TITLE,
            NOTIFICATIONS_.PARAGRAPHS,
            NOTIFICATIONS_.READ_AT)
        .from(NOTIFICATIONS_)
        .where(NOTIFICATIONS_.USER_ID.eq(userId))
        .orderBy(NOTIFICATIONS_.CREATED_AT.desc())
        .fetchMaps();
  }

  private List<Map<String, Object>> preferences(UUID userId) {
    return sql.select(
            NOTIFICATION_PREFERENCES.KIND,
            NOTIFICATION_PREFERENCES.IN_APP,
            NOTIFICATION_PREFERENCES.MAIL)
        .from(NOTIFICATION_PREFERENCES)
        .where(NOTIFICATION_PREFERENCES.USER_ID.eq(userId))
        .fetchMaps();
  }

  private List<Map<String, Object>> digest(UUID userId) {
    return sql.select(DIGEST_SETTINGS.HOUR, DIGEST_SETTINGS.TIME_ZONE)
        .from(DIGEST_SETTINGS)
        .where(DIGEST_SETTINGS.USER_ID.eq(userId))
        .fetchMaps();
  }

  /** Without what they say: the links in it work for whoever has them. */
  private List<Map<String, Object>> mails(UUID userId) {
    return sql.select(
            EMAIL_OUTBOX.CREATED_AT,
            EMAIL_OUTBOX.TO_ADDRESS,
            EMAIL_OUTBOX.SUBJECT,
            EMAIL_OUTBOX.STATUS,
            EMAIL_OUTBOX.SENT_AT)
        .from(EMAIL_OUTBOX)
        .where(EMAIL_OUTBOX.USER_ID.eq(userId))
        .orderBy(EMAIL_OUTBOX.CREATED_AT.desc())
        .fetchMaps();
  }

  @Override
  public void erase(UUID userId, String email) {
    sql.deleteFrom(NOTIFICATIONS_).where(NOTIFICATIONS_.USER_ID.eq(userId)).execute();
    sql.deleteFrom(NOTIFICATION_PREFERENCES)
        .where(NOTIFICATION_PREFERENCES.USER_ID.eq(userId))
        .execute();
    sql.deleteFrom(DIGEST_SETTINGS).where(DIGEST_SETTINGS.USER_ID.eq(userId)).execute();
    sql.deleteFrom(DIGEST_ITEMS).where(DIGEST_ITEMS.USER_ID.eq(userId)).execute();
    sql.deleteFrom(EMAIL_OUTBOX)
        .where(EMAIL_OUTBOX.USER_ID.eq(userId).or(EMAIL_OUTBOX.TO_ADDRESS.eq(email)))
        .and(EMAIL_OUTBOX.EVENT.ne(LAST))
        .execute();
    sql.deleteFrom(EMAIL_UNSUBSCRIPTIONS).where(EMAIL_UNSUBSCRIPTIONS.ADDRESS.eq(email)).execute();
    sql.deleteFrom(TOLD_NOTICES)
        .where(
            TOLD_NOTICES.AUDIENCE.in(
                "person:" + userId,
                "address:" + email.toLowerCase(Locale.ROOT),
                "subscriber:" + email.toLowerCase(Locale.ROOT)))
        .execute();
  }
}

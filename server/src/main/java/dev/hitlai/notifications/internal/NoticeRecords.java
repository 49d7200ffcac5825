package dev.hitlai.notifications.internal;

import static dev.hitlai.notifications.internal.jooq.Tables.DIGEST_ITEMS;
import static dev.hitlai.notifications.internal.jooq.Tables.DIGEST_SETTINGS;
import static dev.hitlai.notifications.internal.jooq.Tables.EMAIL_OUTBOX;
import static dev.hitlai.notifications.internal.jooq.Tables.EMAIL_UNSUBSCRIPTIONS;
import static dev.hitlai.notifications.internal.jooq.Tables.NOTIFICATIONS_;
import static dev.hitlai.notifications.internal.jooq.Tables.NOTIFICATION_PREFERENCES;
import static dev.hitlai.notifications.internal.jooq.Tables.TOLD_NOTICES;

import dev.hitlai.identity.PersonalFiles;
import dev.hitlai.identity.PersonalRecords;
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
    return new PersonalFiles(sql)
        .add(
            "notifications",
            NOTIFICATIONS_,
            NOTIFICATIONS_.USER_ID.eq(userId),
            NOTIFICATIONS_.CREATED_AT.desc(),
            NOTIFICATIONS_.CREATED_AT,
            NOTIFICATIONS_.KIND,
            NOTIFICATIONS_.EVENT,
            NOTIFICATIONS_.TITLE,
            NOTIFICATIONS_.PARAGRAPHS,
            NOTIFICATIONS_.READ_AT)
        .add(
            "notification-preferences",
            NOTIFICATION_PREFERENCES,
            NOTIFICATION_PREFERENCES.USER_ID.eq(userId),
            NOTIFICATION_PREFERENCES.KIND,
            NOTIFICATION_PREFERENCES.IN_APP,
            NOTIFICATION_PREFERENCES.MAIL)
        .add(
            "digest-settings",
            DIGEST_SETTINGS,
            DIGEST_SETTINGS.USER_ID.eq(userId),
            DIGEST_SETTINGS.HOUR,
            DIGEST_SETTINGS.TIME_ZONE)
        // Without what they say: the links in them work for whoever has them.
        .add(
            "mails",
            EMAIL_OUTBOX,
            EMAIL_OUTBOX.USER_ID.eq(userId),
            EMAIL_OUTBOX.CREATED_AT.desc(),
            EMAIL_OUTBOX.CREATED_AT,
            EMAIL_OUTBOX.TO_ADDRESS,
            EMAIL_OUTBOX.SUBJECT,
            EMAIL_OUTBOX.STATUS,
            EMAIL_OUTBOX.SENT_AT)
        .all();
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

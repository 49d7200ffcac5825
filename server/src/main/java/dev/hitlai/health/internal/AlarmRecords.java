package dev.hitlai.health.internal;

import static dev.hitlai.health.internal.jooq.Tables.API_ALERT_RULES;
import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENT_UPDATES;
import static dev.hitlai.health.internal.jooq.Tables.API_STATUS_SUBSCRIPTIONS;

import dev.hitlai.identity.PersonalRecords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What is kept of a person: subscriptions, what they said of incidents, whom rules alarm. */
@Component
class AlarmRecords implements PersonalRecords {
  private final DSLContext sql;

  AlarmRecords(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(UUID userId) {
    return Map.of(
        "status-subscriptions",
        sql.select(
                API_STATUS_SUBSCRIPTIONS.CREATED_AT,
                API_STATUS_SUBSCRIPTIONS.EMAIL,
                API_STATUS_SUBSCRIPTIONS.WEBHOOK_URL,
                API_STATUS_SUBSCRIPTIONS.MIN_SEVERITY,
                API_STATUS_SUBSCRIPTIONS.IS_ACTIVE)
            .from(API_STATUS_SUBSCRIPTIONS)
            .where(API_STATUS_SUBSCRIPTIONS.USER_ID.eq(userId))
            .fetchMaps(),
        "incident-updates",
        sql.select(API_INCIDENT_UPDATES.CREATED_AT, API_INCIDENT_UPDATES.MESSAGE)
            .from(API_INCIDENT_UPDATES)
            .where(API_INCIDENT_UPDATES.POSTED_BY.eq(userId))
            .fetchMaps());
  }

  @Override
  public void erase(UUID userId, String email) {
    sql.deleteFrom(API_STATUS_SUBSCRIPTIONS)
        .where(
            API_STATUS_SUBSCRIPTIONS
                .USER_ID
                .eq(userId)
                .or(API_STATUS_SUBSCRIPTIONS.EMAIL.eq(email)))
        .execute();
    sql.update(API_INCIDENT_UPDATES)
        .setNull(API_INCIDENT_UPDATES.POSTED_BY_NAME)
        .where(API_INCIDENT_UPDATES.POSTED_BY.eq(userId))
        .execute();
    sql.update(API_ALERT_RULES)
        .set(API_ALERT_RULES.NOTIFY_USERS, DSL.arrayRemove(API_ALERT_RULES.NOTIFY_USERS, userId))
        .set(
            API_ALERT_RULES.NOTIFY_EMAILS,
            DSL.arrayRemove(
                API_ALERT_RULES.NOTIFY_EMAILS, email.toLowerCase(java.util.Locale.ROOT)))
        .where(
            DSL.val(userId)
                .eq(DSL.any(API_ALERT_RULES.NOTIFY_USERS))
                .or(DSL.val(email).eq(DSL.any(API_ALERT_RULES.NOTIFY_EMAILS))))
        .execute();
  }
}

package dev.hitlai.monitoring.internal;

import static dev.hitlai.monitoring.internal.jooq.Tables.API_CALL_LOGS;
import static dev.hitlai.monitoring.internal.jooq.Tables.API_RATE_LIMITS;
import static dev.hitlai.monitoring.internal.jooq.Tables.PERFORMANCE_METRICS;
import static dev.hitlai.monitoring.internal.jooq.Tables.SECURITY_INCIDENTS;
import static dev.hitlai.monitoring.internal.jooq.Tables.SECURITY_SIGNALS;

import dev.hitlai.identity.PersonalRecords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;

/** What the logs say of a person. */
@Component
class MonitoringRecords implements PersonalRecords {
  private final DSLContext sql;

  MonitoringRecords(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(UUID userId) {
    return Map.of(
        "api-requests",
        sql.select(
                API_CALL_LOGS.CREATED_AT,
                API_CALL_LOGS.METHOD,
                API_CALL_LOGS.PATH,
                API_CALL_LOGS.RESPONSE_STATUS,
                API_CALL_LOGS.IP_ADDRESS,
                API_CALL_LOGS.USER_AGENT)
            .from(API_CALL_LOGS)
            .where(API_CALL_LOGS.USER_ID.eq(userId))
            .orderBy(API_CALL_LOGS.CREATED_AT.desc())
            .limit(10_000)
            .fetchMaps());
  }

  @Override
  public void erase(UUID userId, String email) {
    sql.update(API_CALL_LOGS)
        .setNull(API_CALL_LOGS.USER_ID)
        .setNull(API_CALL_LOGS.IP_ADDRESS)
        .setNull(API_CALL_LOGS.USER_AGENT)
        .setNull(API_CALL_LOGS.REQUEST_BODY)
        .setNull(API_CALL_LOGS.QUERY_PARAMS)
        .where(API_CALL_LOGS.USER_ID.eq(userId))
        .execute();
    sql.update(PERFORMANCE_METRICS)
        .setNull(PERFORMANCE_METRICS.USER_ID)
        .where(PERFORMANCE_METRICS.USER_ID.eq(userId))
        .execute();
    sql.deleteFrom(SECURITY_SIGNALS).where(SECURITY_SIGNALS.USER_ID.eq(userId)).execute();
    sql.deleteFrom(API_RATE_LIMITS).where(API_RATE_LIMITS.USER_ID.eq(userId)).execute();
    // The incident stays; where it came from would lead to the person.
    sql.update(SECURITY_INCIDENTS)
        .setNull(SECURITY_INCIDENTS.USER_ID)
        .setNull(SECURITY_INCIDENTS.IP_ADDRESS)
        .set(SECURITY_INCIDENTS.EVIDENCE, JSONB.valueOf("{}"))
        .where(SECURITY_INCIDENTS.USER_ID.eq(userId))
        .execute();
  }
}

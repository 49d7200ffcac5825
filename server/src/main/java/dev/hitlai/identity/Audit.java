package dev.hitlai.identity;

import static dev.hitlai.identity.internal.jooq.Tables.AUDIT_EVENTS;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who did what to accounts, keys, members and settings. */
@Component
public class Audit {
  private static final int SHOWN = 50;

  private static final String REASON = "reason";

  private final DSLContext sql;
  private final Clock clock;

  Audit(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param who null when the platform itself did it, or the person is unknown by now
   */
  public record Entry(Instant at, String action, @Nullable String who) {}

  /** Inside the transaction of what is done. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(CurrentUser by, String action, String subjectType, UUID subjectId) {
    sql.insertInto(AUDIT_EVENTS)
        .set(AUDIT_EVENTS.COMPANY_ID, by.companyId())
        .set(AUDIT_EVENTS.USER_ID, by.userId())
        .set(AUDIT_EVENTS.ACTOR_ROLE, by.type().value())
        .set(AUDIT_EVENTS.ACTION, action)
        .set(AUDIT_EVENTS.SUBJECT_TYPE, subjectType)
        .set(AUDIT_EVENTS.SUBJECT_ID, subjectId)
        .set(AUDIT_EVENTS.CREATED_AT, clock.instant())
        .execute();
  }

  /**
   * With a reason in words; inside the transaction of what is done.
   *
   * @param reason kept in the event's details
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(
      CurrentUser by, String action, String subjectType, UUID subjectId, String reason) {
    sql.insertInto(AUDIT_EVENTS)
        .set(AUDIT_EVENTS.COMPANY_ID, by.companyId())
        .set(AUDIT_EVENTS.USER_ID, by.userId())
        .set(AUDIT_EVENTS.ACTOR_ROLE, by.type().value())
        .set(AUDIT_EVENTS.ACTION, action)
        .set(AUDIT_EVENTS.SUBJECT_TYPE, subjectType)
        .set(AUDIT_EVENTS.SUBJECT_ID, subjectId)
        .set(AUDIT_EVENTS.DETAILS, jsonbObject(key(REASON).value(reason)))
        .set(AUDIT_EVENTS.CREATED_AT, clock.instant())
        .execute();
  }

  /**
   * @param reason as it was given
   */
  public record Reasoned(Instant at, @Nullable String who, String reason) {}

  /** How often and why that was done to somebody or something, the latest first. */
  @Transactional(readOnly = true)
  public List<Reasoned> reasons(String action, UUID subjectId) {
    return sql.select(
            AUDIT_EVENTS.CREATED_AT,
            USERS.DISPLAY_NAME,
            jsonbGetAttributeAsText(AUDIT_EVENTS.DETAILS, REASON))
        .from(AUDIT_EVENTS)
        .leftJoin(USERS)
        .on(USERS.ID.eq(AUDIT_EVENTS.USER_ID))
        .where(AUDIT_EVENTS.ACTION.eq(action))
        .and(AUDIT_EVENTS.SUBJECT_ID.eq(subjectId))
        .orderBy(AUDIT_EVENTS.CREATED_AT.desc(), AUDIT_EVENTS.ID.desc())
        .limit(SHOWN)
        .fetch(
            row ->
                new Reasoned(row.value1(), row.value2(), row.value3() == null ? "" : row.value3()));
  }

  /** What a person did to the own account without being logged in, by a link from a mail. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void noteOfOneself(UUID userId, String action) {
    sql.insertInto(AUDIT_EVENTS)
        .set(AUDIT_EVENTS.USER_ID, userId)
        .set(AUDIT_EVENTS.ACTOR_ROLE, "visitor")
        .set(AUDIT_EVENTS.ACTION, action)
        .set(AUDIT_EVENTS.SUBJECT_TYPE, "user")
        .set(AUDIT_EVENTS.SUBJECT_ID, userId)
        .set(AUDIT_EVENTS.CREATED_AT, clock.instant())
        .execute();
  }

  /** The latest of a company. */
  @Transactional(readOnly = true)
  public List<Entry> of(UUID companyId) {
    return sql.select(AUDIT_EVENTS.CREATED_AT, AUDIT_EVENTS.ACTION, USERS.DISPLAY_NAME)
        .from(AUDIT_EVENTS)
        .leftJoin(USERS)
        .on(USERS.ID.eq(AUDIT_EVENTS.USER_ID))
        .where(AUDIT_EVENTS.COMPANY_ID.eq(companyId))
        .orderBy(AUDIT_EVENTS.CREATED_AT.desc(), AUDIT_EVENTS.ID.desc())
        .limit(SHOWN)
        .fetch(row -> new Entry(row.value1(), row.value2(), row.value3()));
  }
}

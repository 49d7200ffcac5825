package dev.hitlai.monitoring.internal.security;

import static dev.hitlai.monitoring.internal.jooq.Tables.SECURITY_INCIDENTS;
import static dev.hitlai.monitoring.internal.jooq.Tables.SECURITY_INCIDENT_UPDATES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.monitoring.internal.jooq.tables.records.SecurityIncidentsRecord;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * SecurityIncidents as administrators work on them: open → investigating → resolved or false
 * positive.
 */
@Component
public class SecurityIncidents {
  private static final int LONGEST = 4000;

  private final DSLContext sql;
  private final Notifications notifications;
  private final Audit audit;
  private final Clock clock;

  SecurityIncidents(DSLContext sql, Notifications notifications, Audit audit, Clock clock) {
    this.sql = sql;
    this.notifications = notifications;
    this.audit = audit;
    this.clock = clock;
  }

  /** An incident, as pages show it; {@code evidence} is JSON. */
  public record Incident(
      UUID id,
      String rule,
      String type,
      String severity,
      String title,
      String description,
      String subject,
      String status,
      long occurrences,
      Instant firstSeen,
      Instant lastSeen,
      @Nullable UUID userId,
      @Nullable UUID companyId,
      @Nullable String address,
      String evidence,
      List<UUID> relatedCalls,
      @Nullable String actionTaken,
      @Nullable Instant resolvedAt,
      @Nullable Instant notifiedAt,
      int notified) {
    public boolean isOpen() {
      return status.equals("open") || status.equals("investigating");
    }
  }

  /** What was done. */
  public record Update(Instant at, @Nullable String status, String note, @Nullable UUID by) {}

  /**
   * @param status one of the four, {@code active} for those that aren't settled, empty for all
   */
  @Transactional(readOnly = true)
  public List<Incident> list(String status, String rule, int size, long offset) {
    return sql.selectFrom(SECURITY_INCIDENTS)
        .where(which(status, rule))
        .orderBy(SECURITY_INCIDENTS.LAST_SEEN_AT.desc(), SECURITY_INCIDENTS.ID)
        .limit(size)
        .offset(offset)
        .fetch(SecurityIncidents::incident);
  }

  @Transactional(readOnly = true)
  public int count(String status, String rule) {
    return sql.fetchCount(SECURITY_INCIDENTS, which(status, rule));
  }

  private static Condition which(String status, String rule) {
    Condition kind = rule.isBlank() ? DSL.noCondition() : SECURITY_INCIDENTS.RULE.eq(rule);
    return switch (status) {
      case "" -> kind;
      case "active" -> kind.and(SECURITY_INCIDENTS.STATUS.in("open", "investigating"));
      default -> kind.and(SECURITY_INCIDENTS.STATUS.eq(status));
    };
  }

  /**
   * @throws ApiProblem when there is none
   */
  @Transactional(readOnly = true)
  public Incident find(UUID id) {
    return sql.selectFrom(SECURITY_INCIDENTS)
        .where(SECURITY_INCIDENTS.ID.eq(id))
        .fetchOptional(SecurityIncidents::incident)
        .orElseThrow(SecurityIncidents::unknown);
  }

  @Transactional(readOnly = true)
  public List<Update> updates(UUID id) {
    return sql.selectFrom(SECURITY_INCIDENT_UPDATES)
        .where(SECURITY_INCIDENT_UPDATES.INCIDENT_ID.eq(id))
        .orderBy(SECURITY_INCIDENT_UPDATES.CREATED_AT, SECURITY_INCIDENT_UPDATES.ID)
        .fetch(
            row ->
                new Update(row.getCreatedAt(), row.getStatus(), row.getNote(), row.getPostedBy()));
  }

  /** Somebody looks into it. */
  @Transactional
  public void investigate(CurrentUser by, UUID id) {
    var row = lock(id);
    if (!row.getStatus().equals("open")) {
      throw ApiProblem.conflict("Somebody looks into it already, or it is settled.");
    }
    move(by, row, "investigating", "Looks into it.");
  }

  /** Settles it, saying what was done. */
  @Transactional
  public void resolve(CurrentUser by, UUID id, String action) {
    settle(by, id, "resolved", action);
  }

  /** Settles it: the rule was wrong, and says nothing about the subject for a while. */
  @Transactional
  public void falsePositive(CurrentUser by, UUID id, String why) {
    settle(by, id, "false_positive", why);
  }

  private void settle(CurrentUser by, UUID id, String status, String text) {
    String said = required("action", text);
    var row = lock(id);
    if (row.getResolvedAt() != null) {
      throw ApiProblem.conflict("It is settled already.");
    }
    row.setActionTaken(said);
    row.setResolvedBy(by.userId());
    row.setResolvedAt(clock.instant());
    move(by, row, status, said);
  }

  /** Adds to the timeline. */
  @Transactional
  public void note(CurrentUser by, UUID id, String text) {
    String said = required("note", text);
    lock(id);
    add(by, id, null, said);
  }

  /** Tells those whom it concerns, in the administrator's words. */
  @Transactional
  public void tell(CurrentUser by, UUID id, String text) {
    String said = required("message", text);
    var row = lock(id);
    Audience audience;
    if (row.getCompanyId() != null) {
      audience = new Audience.Company(row.getCompanyId());
    } else if (row.getUserId() != null) {
      audience = new Audience.Person(row.getUserId());
    } else {
      throw ApiProblem.conflict("No account belongs to this incident, so nobody can be told.");
    }
    var now = clock.instant();
    notifications.tell(
        new Notice(
            "security.notice",
            "security.notice:" + id + ":" + now.toEpochMilli(),
            NoticeKind.ACCOUNT,
            audience,
            "About the security of your account",
            List.of(said),
            null,
            Map.of("incidentId", id)));
    row.setNotifiedAt(now);
    var told = new java.util.LinkedHashSet<>(Arrays.asList(row.getNotifiedUsers()));
    if (row.getUserId() != null) {
      told.add(row.getUserId());
    }
    row.setNotifiedUsers(told.toArray(UUID[]::new));
    row.store();
    add(
        by,
        id,
        null,
        "Told " + (row.getCompanyId() == null ? "the person: " : "the company: ") + said);
  }

  private void move(CurrentUser by, SecurityIncidentsRecord row, String status, String note) {
    row.setStatus(status);
    row.store();
    add(by, row.getId(), status, note);
    audit.note(by, "security_incident." + status, "security_incident", row.getId());
  }

  private void add(CurrentUser by, UUID id, @Nullable String status, String note) {
    sql.insertInto(SECURITY_INCIDENT_UPDATES)
        .set(SECURITY_INCIDENT_UPDATES.INCIDENT_ID, id)
        .set(SECURITY_INCIDENT_UPDATES.STATUS, status)
        .set(SECURITY_INCIDENT_UPDATES.NOTE, note)
        .set(SECURITY_INCIDENT_UPDATES.POSTED_BY, by.userId())
        .set(SECURITY_INCIDENT_UPDATES.CREATED_AT, clock.instant())
        .execute();
  }

  private SecurityIncidentsRecord lock(UUID id) {
    return sql.selectFrom(SECURITY_INCIDENTS)
        .where(SECURITY_INCIDENTS.ID.eq(id))
        .forUpdate()
        .fetchOptional()
        .orElseThrow(SecurityIncidents::unknown);
  }

  private static ApiProblem unknown() {
    return ApiProblem.notFound("There is no such incident.");
  }

  private static String required(String field, String text) {
    String said = text.strip();
    if (said.isEmpty() || said.length() > LONGEST) {
      throw ApiProblem.invalid(field, "must have 1 to %d characters".formatted(LONGEST));
    }
    return said;
  }

  private static Incident incident(SecurityIncidentsRecord row) {
    return new Incident(
        row.getId(),
        row.getRule(),
        row.getIncidentType(),
        row.getSeverity(),
        row.getTitle(),
        row.getDescription(),
        row.getSubject(),
        row.getStatus(),
        row.getOccurrences(),
        row.getFirstSeenAt(),
        row.getLastSeenAt(),
        row.getUserId(),
        row.getCompanyId(),
        row.getIpAddress(),
        row.getEvidence().data(),
        List.of(row.getRelatedLogs()),
        row.getActionTaken(),
        row.getResolvedAt(),
        row.getNotifiedAt(),
        row.getNotifiedUsers().length);
  }
}

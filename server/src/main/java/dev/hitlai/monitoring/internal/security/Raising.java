package dev.hitlai.monitoring.internal.security;

import static dev.hitlai.monitoring.internal.jooq.Tables.API_CALL_LOGS;
import static dev.hitlai.monitoring.internal.jooq.Tables.SECURITY_INCIDENTS;
import static dev.hitlai.monitoring.internal.jooq.Tables.SECURITY_INCIDENT_UPDATES;

import dev.hitlai.identity.Users;
import dev.hitlai.monitoring.internal.jooq.tables.records.SecurityIncidentsRecord;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes an incident of what a rule found, or adds to the one that is open: of a rule and a subject
 * there is one at a time.
 */
@Component
class Raising {
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");
  private static final int RELATED = 20;

  private final DSLContext sql;
  private final SecuritySettings settings;
  private final Notifications notifications;
  private final Users users;
  private final MeterRegistry meters;
  private final Clock clock;

  Raising(
      DSLContext sql,
      SecuritySettings settings,
      Notifications notifications,
      Users users,
      MeterRegistry meters,
      Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.notifications = notifications;
    this.users = users;
    this.meters = meters;
    this.clock = clock;
  }

  void raise(Detection.Found found) {
    var t = SECURITY_INCIDENTS;
    var open =
        sql.selectFrom(t)
            .where(t.RULE.eq(found.rule().code()))
            .and(t.SUBJECT.eq(found.subject()))
            .and(t.STATUS.in("open", "investigating"))
            .forUpdate()
            .fetchOne();
    if (open == null) {
      open(found);
    } else if (found.last().isAfter(open.getLastSeenAt())) {
      open.setOccurrences(open.getOccurrences() + since(found, open));
      open.setLastSeenAt(found.last());
      open.setEvidence(evidence(found));
      open.setRelatedLogs(related(found));
      open.store();
    }
  }

  private void open(Detection.Found found) {
    var rule = found.rule();
    boolean tell = SEVERITIES.indexOf(rule.severity()) >= SEVERITIES.indexOf(settings.notifyFrom());
    var t = SECURITY_INCIDENTS;
    var made =
        sql.insertInto(t)
            .set(t.INCIDENT_TYPE, rule.incidentType())
            .set(t.SEVERITY, rule.severity())
            .set(t.RULE, rule.code())
            .set(t.SUBJECT, found.subject())
            .set(t.TITLE, rule.title())
            .set(t.DESCRIPTION, rule.text())
            .set(t.USER_ID, found.userId())
            .set(t.COMPANY_ID, found.companyId())
            .set(t.IP_ADDRESS, found.addresses().size() == 1 ? found.addresses().getFirst() : null)
            .set(t.EVIDENCE, evidence(found))
            .set(t.RELATED_LOGS, related(found))
            .set(t.OCCURRENCES, found.times())
            .set(t.FIRST_SEEN_AT, found.first())
            .set(t.LAST_SEEN_AT, found.last())
            .set(t.CREATED_AT, clock.instant())
            .onConflictDoNothing()
            .returning()
            .fetchOne();
    if (made == null) {
      return;
    }
    meters.counter("hitlai.security.incidents.raised", "rule", rule.code()).increment();
    sql.insertInto(SECURITY_INCIDENT_UPDATES)
        .set(SECURITY_INCIDENT_UPDATES.INCIDENT_ID, made.getId())
        .set(SECURITY_INCIDENT_UPDATES.STATUS, "open")
        .set(SECURITY_INCIDENT_UPDATES.NOTE, "Raised by the rule " + rule.code() + ".")
        .set(SECURITY_INCIDENT_UPDATES.CREATED_AT, clock.instant())
        .execute();
    if (tell) {
      tell(made, found);
    }
  }

  private void tell(SecurityIncidentsRecord incident, Detection.Found found) {
    notifications.tell(
        new Notice(
            "security.incident",
            "security.incident:" + incident.getId(),
            NoticeKind.ACCOUNT,
            new Audience.Administrators(),
            incident.getTitle(),
            List.of(
                incident.getDescription(),
                "Counted: %s.".formatted(found.rule().counted(found.measure()))),
            new Notice.Action("Look into it", "/admin/security/" + incident.getId()),
            Map.of("incidentId", incident.getId(), "severity", incident.getSeverity())));
    incident.setNotifiedUsers(
        users.administrators().stream().map(Users.User::id).toArray(UUID[]::new));
    incident.setNotifiedAt(clock.instant());
    incident.store();
  }

  private long since(Detection.Found found, SecurityIncidentsRecord open) {
    var more =
        sql.fetchSingle(
            """
            select coalesce(sum(s.times), 0) from monitoring.security_signals s
            where s.kind = {0} and s.created_at > {1} and %s = {2} and {3}
            """
                .formatted(found.rule().subject().sql),
            DSL.val(found.rule().kind().code()),
            DSL.val(open.getLastSeenAt()),
            DSL.val(found.subject()),
            found.rule().details() == null
                ? DSL.trueCondition()
                : DSL.field("s.detail", String.class).in(found.rule().details()));
    return more.get(0, Long.class);
  }

  private JSONB evidence(Detection.Found found) {
    var evidence = new LinkedHashMap<String, Object>();
    evidence.put("counted", found.rule().counted(found.measure()));
    evidence.put(
        "rule",
        "%s within %s"
            .formatted(
                found.rule().counted(settings.count(found.rule())),
                Rule.within(settings.window(found.rule()))));
    evidence.put("addresses", found.addresses());
    evidence.put("callers", found.callers());
    evidence.put("details", found.details());
    return JSONB.valueOf(JsonMapper.shared().writeValueAsString(evidence));
  }

  /** Requests of those whom it is about, as far as they are in the log. */
  private UUID[] related(Detection.Found found) {
    Condition who = DSL.falseCondition();
    if (found.userId() != null) {
      who = API_CALL_LOGS.USER_ID.eq(found.userId());
    } else if (!found.addresses().isEmpty()) {
      who = API_CALL_LOGS.IP_ADDRESS.in(found.addresses());
    }
    return sql.select(API_CALL_LOGS.ID)
        .from(API_CALL_LOGS)
        .where(who)
        .and(API_CALL_LOGS.ERROR_OCCURRED)
        .and(API_CALL_LOGS.CREATED_AT.ge(found.first().minusSeconds(2)))
        .orderBy(API_CALL_LOGS.CREATED_AT.desc())
        .limit(RELATED)
        .fetch(API_CALL_LOGS.ID)
        .toArray(UUID[]::new);
  }
}

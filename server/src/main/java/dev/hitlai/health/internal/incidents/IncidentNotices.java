package dev.hitlai.health.internal.incidents;

import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENTS;

import dev.hitlai.health.internal.incidents.IncidentTold.Kind;
import dev.hitlai.health.internal.jooq.tables.records.ApiIncidentsRecord;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells of incidents, in the transaction of the fact: administrators, or the company whose monitor
 * it is; of public ones programs and subscribers, too.
 */
@Component
class IncidentNotices {
  private static final String OPENED = "incident.opened";
  private static final String RESOLVED = "incident.resolved";
  private static final Notice.Action MONITORS =
      new Notice.Action("See your monitors", "/company/monitors");

  private final DSLContext sql;
  private final Notifications notifications;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IncidentNotices(
      DSLContext sql, Notifications notifications, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.notifications = notifications;
    this.events = events;
    this.clock = clock;
  }

  void opened(ApiIncidentsRecord row, UUID updateId, String sentence) {
    tell(row, OPENED, row.getTitle(), List.of(sentence));
    sql.update(API_INCIDENTS)
        .set(API_INCIDENTS.NOTIFICATION_SENT_AT, clock.instant())
        .where(API_INCIDENTS.ID.eq(row.getId()))
        .execute();
    publish(row, updateId, Kind.OPENED);
  }

  void resolved(ApiIncidentsRecord row, UUID updateId) {
    int minutes = row.getDurationMinutes() == null ? 0 : row.getDurationMinutes();
    tell(
        row,
        RESOLVED,
        "Over: " + row.getTitle(),
        List.of("It lasted " + minutes + (minutes == 1 ? " minute." : " minutes.")));
    publish(row, updateId, Kind.RESOLVED);
  }

  /** A public update; administrators wrote it and need not be told. */
  void updated(ApiIncidentsRecord row, UUID updateId) {
    publish(row, updateId, Kind.UPDATED);
  }

  private void publish(ApiIncidentsRecord row, UUID updateId, Kind kind) {
    if (row.getIsPublic() && row.getCompanyId() == null) {
      events.publishEvent(new IncidentTold(row.getId(), updateId, kind));
    }
  }

  private void tell(ApiIncidentsRecord row, String event, String title, List<String> paragraphs) {
    UUID company = row.getCompanyId();
    String key = event + ":" + row.getId();
    if (company != null) {
      notifications.tell(
          notice(row, event, key, new Audience.Company(company), title, paragraphs, MONITORS));
      return;
    }
    var action = new Notice.Action("See the incident", "/admin/incidents/" + row.getId());
    notifications.tell(
        notice(row, event, key, new Audience.Administrators(), title, paragraphs, action));
    if (row.getIsPublic()) {
      notifications.tell(
          notice(
              row,
              event,
              key,
              new Audience.Programs(),
              title,
              List.of(),
              new Notice.Action("See the status page", "/status")));
    }
  }

  private static Notice notice(
      ApiIncidentsRecord row,
      String event,
      String key,
      Audience audience,
      String title,
      List<String> paragraphs,
      Notice.Action action) {
    return new Notice(
        event, key, NoticeKind.HEALTH, audience, title, paragraphs, action, data(row));
  }

  /** What programs get; nothing that is only for us. */
  static Map<String, Object> data(ApiIncidentsRecord row) {
    var data = new LinkedHashMap<String, Object>();
    data.put("incidentId", row.getId());
    data.put("title", row.getTitle());
    data.put("status", row.getStatus());
    data.put("severity", row.getSeverity());
    data.put("type", row.getIncidentType());
    data.put("endpoint", row.getEndpoint());
    data.put("monitorId", row.getMonitorId());
    data.put("startedAt", row.getStartedAt().toString());
    data.put("resolvedAt", row.getResolvedAt() == null ? null : row.getResolvedAt().toString());
    data.put("durationMinutes", row.getDurationMinutes());
    return data;
  }

  /** To the owner, or all administrators when it has none. */
  void remind(ApiIncidentsRecord row, String lasted) {
    Audience audience =
        row.getOwnedBy() == null
            ? new Audience.Administrators()
            : new Audience.Person(row.getOwnedBy());
    notifications.tell(
        new Notice(
            "incident.reminder",
            "incident.reminder:" + row.getId() + ":" + row.getReminderAt(),
            NoticeKind.HEALTH,
            audience,
            "Still open: " + row.getTitle(),
            List.of(
                "It has been open for " + lasted + ".",
                "Say what is known, or resolve it, so that people on the status page know."),
            new Notice.Action("See the incident", "/admin/incidents/" + row.getId()),
            Map.of()));
  }
}

package dev.hitlai.health.internal.maintenance;

import dev.hitlai.health.internal.jooq.tables.records.ApiMaintenanceWindowsRecord;
import dev.hitlai.health.internal.maintenance.MaintenanceTold.Kind;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.web.view.Say;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of planned work, in the transaction of the fact. */
@Component
class MaintenanceNotices {
  private final Notifications notifications;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MaintenanceNotices(Notifications notifications, ApplicationEventPublisher events, Clock clock) {
    this.notifications = notifications;
    this.events = events;
    this.clock = clock;
  }

  void announced(ApiMaintenanceWindowsRecord row) {
    row.setNotificationSent(true);
    row.setNotificationSentAt(clock.instant());
    row.store();
    told(row, Kind.ANNOUNCED);
  }

  void told(ApiMaintenanceWindowsRecord row, Kind kind) {
    events.publishEvent(new MaintenanceTold(row.getId(), kind, clock.instant()));
  }

  /**
   * Administrators and subscribers, who may have forgotten.
   *
   * @param ahead such as "in 1 hour"
   */
  void remind(ApiMaintenanceWindowsRecord row, String ahead) {
    notifications.tell(
        new Notice(
            "maintenance.reminder",
            "maintenance.reminder:" + row.getId() + ":" + row.getScheduledStart() + ":" + ahead,
            NoticeKind.HEALTH,
            new Audience.Administrators(),
            "Maintenance " + ahead + ": " + row.getTitle(),
            List.of(
                "It begins on "
                    + Say.time(row.getScheduledStart())
                    + " and ends on "
                    + Say.time(row.getScheduledEnd())
                    + "."),
            new Notice.Action("See the maintenance", "/admin/maintenance/" + row.getId()),
            Map.of()));
    told(row, Kind.REMINDED);
  }
}

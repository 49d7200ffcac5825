package dev.hitlai.health.internal.subscriptions;

import static dev.hitlai.health.internal.jooq.Tables.API_STATUS_SUBSCRIPTIONS;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.internal.incidents.Incident;
import dev.hitlai.health.internal.incidents.IncidentTold;
import dev.hitlai.health.internal.incidents.PublicIncidents;
import dev.hitlai.health.internal.incidents.PublicIncidents.PublicIncident;
import dev.hitlai.health.internal.maintenance.MaintenanceTold;
import dev.hitlai.health.internal.maintenance.PublicMaintenance;
import dev.hitlai.health.internal.maintenance.Window;
import dev.hitlai.health.internal.subscriptions.SubscriberNotices.Told;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.web.view.Say;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts what happens into words for subscribers. */
@Component
class SubscriberListener {
  private final SubscriberNotices notices;
  private final PublicIncidents incidents;
  private final PublicMaintenance maintenance;
  private final Monitors monitors;
  private final TransactionTemplate own;

  SubscriberListener(
      SubscriberNotices notices,
      PublicIncidents incidents,
      PublicMaintenance maintenance,
      Monitors monitors,
      PlatformTransactionManager transactions) {
    this.notices = notices;
    this.incidents = incidents;
    this.maintenance = maintenance;
    this.monitors = monitors;
    this.own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @ApplicationModuleListener
  void on(IncidentTold told) {
    incidents.find(told.incidentId()).ifPresent(incident -> tell(told, incident));
  }

  private void tell(IncidentTold told, PublicIncident incident) {
    var said =
        incident.updates().stream()
            .filter(update -> update.id().equals(told.updateId()))
            .map(Incident.Update::message)
            .findFirst();
    var paragraphs = new ArrayList<String>();
    said.ifPresent(paragraphs::add);
    if (!incident.impact().isBlank()) {
      paragraphs.add(incident.impact());
    }
    boolean resolved = told.kind() == IncidentTold.Kind.RESOLVED;
    send(
        new Told(
            "incident." + told.kind().name().toLowerCase(java.util.Locale.ROOT),
            "incident:" + told.incidentId() + ":" + told.updateId(),
            resolved
                ? API_STATUS_SUBSCRIPTIONS.NOTIFY_ON_RESOLUTION.isTrue()
                : API_STATUS_SUBSCRIPTIONS.NOTIFY_ON_INCIDENTS.isTrue(),
            incident.severity(),
            Set.copyOf(incident.monitorIds()),
            word(told.kind()) + incident.title(),
            paragraphs,
            data(incident, String.join("\n\n", paragraphs))));
  }

  private static String word(IncidentTold.Kind kind) {
    return switch (kind) {
      case OPENED -> "";
      case UPDATED -> "Update: ";
      case RESOLVED -> "Over: ";
    };
  }

  private static Map<String, Object> data(PublicIncident incident, String message) {
    var data = new LinkedHashMap<String, Object>();
    data.put("incidentId", incident.id());
    data.put("title", incident.title());
    data.put("status", incident.status());
    data.put("severity", incident.severity().code());
    data.put("message", message);
    data.put("monitorIds", incident.monitorIds());
    data.put("startedAt", incident.startedAt().toString());
    var end = incident.resolvedAt();
    data.put("resolvedAt", end == null ? null : end.toString());
    return data;
  }

  @ApplicationModuleListener
  void on(MaintenanceTold told) {
    maintenance.find(told.windowId()).ifPresent(window -> tell(told, window));
  }

  private void tell(MaintenanceTold told, Window window) {
    Set<UUID> affected = affected(window);
    var paragraphs = new ArrayList<String>();
    paragraphs.add(
        "From "
            + Say.time(window.begins())
            + " to "
            + Say.time(window.ends())
            + ". "
            + window.impact().label()
            + ".");
    String message =
        window.publicMessage().isBlank() ? window.description() : window.publicMessage();
    if (!message.isBlank()) {
      paragraphs.add(message);
    }
    Condition wanted = API_STATUS_SUBSCRIPTIONS.NOTIFY_ON_MAINTENANCE.isTrue();
    send(
        new Told(
            "maintenance." + event(told.kind()),
            "maintenance:" + told.windowId() + ":" + told.kind() + ":" + told.at(),
            wanted,
            null,
            affected,
            word(told.kind()) + window.title(),
            paragraphs,
            data(window, message, affected)));
  }

  private static String event(MaintenanceTold.Kind kind) {
    return switch (kind) {
      case ANNOUNCED -> "scheduled";
      case CHANGED -> "changed";
      case REMINDED -> "reminder";
      case BEGUN -> "started";
      case ENDED -> "completed";
      case CANCELLED -> "cancelled";
    };
  }

  private static String word(MaintenanceTold.Kind kind) {
    return switch (kind) {
      case ANNOUNCED -> "Planned maintenance: ";
      case CHANGED -> "New time for maintenance: ";
      case REMINDED -> "Soon: maintenance: ";
      case BEGUN -> "Maintenance began: ";
      case ENDED -> "Maintenance is over: ";
      case CANCELLED -> "Maintenance cancelled: ";
    };
  }

  private static Map<String, Object> data(Window window, String message, Set<UUID> affected) {
    var data = new LinkedHashMap<String, Object>();
    data.put("maintenanceId", window.id());
    data.put("title", window.title());
    data.put("status", window.status().code());
    data.put("impact", window.impact().code());
    data.put("message", message);
    data.put("monitorIds", List.copyOf(affected));
    data.put("scheduledStart", window.scheduledStart().toString());
    data.put("scheduledEnd", window.scheduledEnd().toString());
    return data;
  }

  /** Empty when it is about all. */
  private Set<UUID> affected(Window window) {
    if (window.affected().isEmpty()) {
      return Set.of();
    }
    return asThePlatform(
        () ->
            monitors.shownPublicly().stream()
                .filter(
                    one ->
                        window.affected().contains(one.endpoint())
                            || window.affected().contains(one.id().toString()))
                .map(Monitor::id)
                .collect(Collectors.toSet()));
  }

  private void send(Told told) {
    Tenancy.run(Actor.system("tell subscribers"), () -> notices.tell(told));
  }

  private <T> T asThePlatform(java.util.function.Supplier<T> work) {
    return Tenancy.as(
        Actor.system("tell subscribers"),
        () -> java.util.Objects.requireNonNull(own.execute(_ -> work.get())));
  }
}

package dev.hitlai.health.internal.incidents;

import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENTS;
import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENT_UPDATES;
import static dev.hitlai.health.internal.jooq.Tables.INCIDENT_MONITORS;
import static dev.hitlai.health.internal.jooq.Tables.MONITOR_STATE_CHANGES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.internal.incidents.Incident.Affected;
import dev.hitlai.health.internal.incidents.Incident.Seen;
import dev.hitlai.health.internal.incidents.Incident.Update;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Incidents as administrators see and handle them. */
@Component
public class Incidents {
  private final DSLContext sql;
  private final IncidentRows rows;
  private final IncidentWriter writer;
  private final IncidentNotices notices;
  private final IncidentInput input;
  private final Monitors monitors;
  private final Users users;
  private final Audit audit;
  private final Clock clock;

  Incidents(
      DSLContext sql,
      IncidentRows rows,
      IncidentWriter writer,
      IncidentNotices notices,
      IncidentInput input,
      Monitors monitors,
      Users users,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.rows = rows;
    this.writer = writer;
    this.notices = notices;
    this.input = input;
    this.monitors = monitors;
    this.users = users;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which ones a list shows. */
  public enum Shown {
    ALL,
    OPEN,
    RESOLVED
  }

  /**
   * @param monitorIds of the platform; may be none
   * @param startedAt null means now
   */
  public record NewIncident(
      String title,
      String type,
      String severity,
      String impact,
      String message,
      List<UUID> monitorIds,
      boolean isPublic,
      @Nullable Instant startedAt) {}

  /** What changes; null leaves a value as it is. */
  public record Change(
      @Nullable String title,
      @Nullable String type,
      @Nullable String severity,
      @Nullable String impact,
      @Nullable Integer affectedUsers,
      @Nullable Integer affectedCompanies,
      @Nullable String internalNotes,
      @Nullable Boolean isPublic) {}

  @Transactional(readOnly = true)
  public List<Incident> list(Shown shown, int limit, long offset) {
    return rows.list(which(shown), limit, offset);
  }

  @Transactional(readOnly = true)
  public int count(Shown shown) {
    return rows.count(which(shown));
  }

  private static Condition which(Shown shown) {
    return switch (shown) {
      case ALL -> DSL.noCondition();
      case OPEN -> API_INCIDENTS.STATUS.ne("resolved");
      case RESOLVED -> API_INCIDENTS.STATUS.eq("resolved");
    };
  }

  /**
   * @throws ApiProblem when there is none
   */
  @Transactional(readOnly = true)
  public Incident find(UUID id) {
    return rows.find(id).orElseThrow(IncidentRows::none);
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Update> updates(UUID id) {
    return rows.updates(id, false);
  }

  @Transactional(readOnly = true)
  public List<Affected> affected(UUID id) {
    return rows.affected(id);
  }

  @Transactional(readOnly = true)
  public List<Seen> seen(UUID id) {
    return rows.seen(id);
  }

  @Transactional
  public Incident open(CurrentUser by, NewIncident wish) {
    var affected = ours(wish.monitorIds());
    var severity = input.severity(wish.severity());
    Instant started = wish.startedAt() == null ? clock.instant() : wish.startedAt();
    if (started.isAfter(clock.instant().plusSeconds(60))) {
      throw ApiProblem.invalid("startedAt", "must not be in the future");
    }
    var row = writer.fresh(affected.isEmpty() ? null : affected.getFirst(), severity, started);
    row.setTitle(input.title(wish.title()));
    row.setIncidentType(input.type(wish.type()).code());
    row.setImpactDescription(input.text("impact", wish.impact(), 2000));
    row.setIsPublic(wish.isPublic());
    row.setOwnedBy(by.userId());
    String message = input.required("message", wish.message(), 4000);
    writer.open(row, affected);
    UUID update = writer.say(row, IncidentStatus.INVESTIGATING, message, wish.isPublic(), by);
    notices.opened(row, update, message);
    audit.note(by, "incident.opened", "incident", row.getId());
    return find(row.getId());
  }

  private List<Monitor> ours(List<UUID> ids) {
    var ours = monitors.of(null).stream().filter(one -> ids.contains(one.id())).toList();
    if (ours.size() != ids.stream().distinct().count()) {
      throw ApiProblem.invalid("monitorIds", "must be monitors of the platform");
    }
    return ours;
  }

  /** Says something, and moves the status when it is another one. */
  @Transactional
  public Incident say(CurrentUser by, UUID id, String status, String message, boolean isPublic) {
    var row = rows.locked(id);
    var from = IncidentStatus.of(row.getStatus());
    var to = input.status(status);
    if (from != to && !from.mayBecome(to)) {
      throw ApiProblem.conflict("What is resolved stays so; open a new incident.");
    }
    if (from != to && to != IncidentStatus.RESOLVED) {
      // Somebody looks after it: it is no longer over by itself.
      row.setResolveAt(null);
    }
    boolean heard = isPublic && row.getIsPublic();
    UUID update = writer.say(row, to, input.required("message", message, 4000), isPublic, by);
    row.store();
    if (to == IncidentStatus.RESOLVED && from != to) {
      notices.resolved(row, update);
    } else if (heard) {
      notices.updated(row, update);
    }
    audit.note(by, "incident.updated", "incident", id);
    return find(id);
  }

  @Transactional
  public Incident change(CurrentUser by, UUID id, Change change) {
    var row = rows.locked(id);
    if (change.title() != null) {
      row.setTitle(input.title(change.title()));
    }
    if (change.type() != null) {
      row.setIncidentType(input.type(change.type()).code());
    }
    if (change.severity() != null) {
      row.setSeverity(input.severity(change.severity()).code());
    }
    if (change.impact() != null) {
      row.setImpactDescription(input.text("impact", change.impact(), 2000));
    }
    if (change.affectedUsers() != null) {
      row.setAffectedUsersCount(input.count("affectedUsers", change.affectedUsers()));
    }
    if (change.affectedCompanies() != null) {
      row.setAffectedCompaniesCount(input.count("affectedCompanies", change.affectedCompanies()));
    }
    if (change.internalNotes() != null) {
      row.setInternalNotes(input.text("internalNotes", change.internalNotes(), 10_000));
    }
    if (change.isPublic() != null) {
      if (change.isPublic() && row.getCompanyId() != null) {
        throw ApiProblem.invalid("isPublic", "must be false for a company's monitor");
      }
      row.setIsPublic(change.isPublic());
    }
    row.store();
    audit.note(by, "incident.changed", "incident", id);
    return find(id);
  }

  /**
   * Who looks after it and is reminded of it.
   *
   * @param ownerId an administrator; null for nobody in particular
   */
  @Transactional
  public Incident giveTo(CurrentUser by, UUID id, @Nullable UUID ownerId) {
    var row = rows.locked(id);
    if (ownerId != null && users.administrators().stream().noneMatch(u -> u.id().equals(ownerId))) {
      throw ApiProblem.invalid("ownerId", "must be an administrator");
    }
    row.setOwnedBy(ownerId);
    row.store();
    audit.note(by, "incident.changed", "incident", id);
    return find(id);
  }

  /** What was one and the same becomes one; everything said of the one is kept at the other. */
  @Transactional
  public Incident merge(CurrentUser by, UUID id, UUID intoId) {
    if (id.equals(intoId)) {
      throw ApiProblem.invalid("into", "must be another incident");
    }
    // In a fixed order, so that two people who merge crosswise don't wait for each other.
    var first = rows.locked(id.compareTo(intoId) < 0 ? id : intoId);
    var second = rows.locked(id.compareTo(intoId) < 0 ? intoId : id);
    var from = first.getId().equals(id) ? first : second;
    var into = first.getId().equals(id) ? second : first;
    if (from.getStatus().equals("resolved") || into.getStatus().equals("resolved")) {
      throw ApiProblem.conflict("Only open incidents are merged.");
    }
    if (!java.util.Objects.equals(from.getCompanyId(), into.getCompanyId())) {
      throw ApiProblem.conflict("These incidents are about monitors of different owners.");
    }
    String title = from.getTitle();
    moveMonitors(id, intoId);
    writer.say(from, IncidentStatus.RESOLVED, "Merged into: " + into.getTitle(), false, by);
    from.setMergedInto(intoId);
    from.store();
    sql.update(API_INCIDENT_UPDATES)
        .set(API_INCIDENT_UPDATES.INCIDENT_ID, intoId)
        .where(API_INCIDENT_UPDATES.INCIDENT_ID.eq(id))
        .and(API_INCIDENT_UPDATES.STATUS.ne("resolved"))
        .execute();
    sql.update(MONITOR_STATE_CHANGES)
        .set(MONITOR_STATE_CHANGES.INCIDENT_ID, intoId)
        .where(MONITOR_STATE_CHANGES.INCIDENT_ID.eq(id))
        .execute();
    if (from.getStartedAt().isBefore(into.getStartedAt())) {
      into.setStartedAt(from.getStartedAt());
    }
    if (from.getCause().equals("outage")) {
      // Its monitors end the outage from now on.
      into.setCause("outage");
      into.setMonitorId(from.getMonitorId());
    }
    into.setIsPublic(into.getIsPublic() || from.getIsPublic());
    into.store();
    writer.say(into, IncidentStatus.of(into.getStatus()), "Merged with: " + title, false, by);
    audit.note(by, "incident.merged", "incident", intoId);
    return find(intoId);
  }

  /** Those that fail still fail there. */
  private void moveMonitors(UUID from, UUID into) {
    sql.insertInto(
            INCIDENT_MONITORS,
            INCIDENT_MONITORS.INCIDENT_ID,
            INCIDENT_MONITORS.MONITOR_ID,
            INCIDENT_MONITORS.COMPANY_ID,
            INCIDENT_MONITORS.IS_CAUSE,
            INCIDENT_MONITORS.SINCE,
            INCIDENT_MONITORS.UNTIL)
        .select(
            sql.select(
                    DSL.val(into),
                    INCIDENT_MONITORS.MONITOR_ID,
                    INCIDENT_MONITORS.COMPANY_ID,
                    INCIDENT_MONITORS.IS_CAUSE,
                    INCIDENT_MONITORS.SINCE,
                    INCIDENT_MONITORS.UNTIL)
                .from(INCIDENT_MONITORS)
                .where(INCIDENT_MONITORS.INCIDENT_ID.eq(from)))
        .onConflict(INCIDENT_MONITORS.INCIDENT_ID, INCIDENT_MONITORS.MONITOR_ID)
        .doUpdate()
        .set(INCIDENT_MONITORS.UNTIL, DSL.excluded(INCIDENT_MONITORS.UNTIL))
        .set(INCIDENT_MONITORS.IS_CAUSE, DSL.excluded(INCIDENT_MONITORS.IS_CAUSE))
        .execute();
  }

  /**
   * What was learnt.
   *
   * @param publish whether the status page shows it
   */
  @Transactional
  public Incident postmortem(
      CurrentUser by, UUID id, String rootCause, String steps, boolean publish) {
    var row = rows.locked(id);
    if (!row.getStatus().equals("resolved")) {
      throw ApiProblem.conflict("A post-mortem is written when the incident is over.");
    }
    row.setRootCause(input.required("rootCause", rootCause, 10_000));
    row.setResolutionSteps(input.required("resolutionSteps", steps, 10_000));
    row.setPostmortemAt(publish ? clock.instant() : null);
    row.store();
    audit.note(by, "incident.postmortem", "incident", id);
    return find(id);
  }

  /** Open ones that this one may become part of. */
  @Transactional(readOnly = true)
  public List<Incident> mergeable(Incident incident) {
    var open = new ArrayList<>(rows.list(which(Shown.OPEN), 50, 0));
    open.removeIf(
        one ->
            one.id().equals(incident.id())
                || !java.util.Objects.equals(one.companyId(), incident.companyId()));
    return open;
  }
}

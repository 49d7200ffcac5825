package dev.hitlai.health.internal;

import static dev.hitlai.health.internal.jooq.Tables.API_ENDPOINT_CONFIGS;
import static dev.hitlai.health.internal.jooq.Tables.API_HEALTH_METRICS;
import static dev.hitlai.health.internal.jooq.Tables.CHECK_REQUESTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorChanged;
import dev.hitlai.health.MonitorKind;
import dev.hitlai.health.internal.probe.Probes;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.platform.PrivateAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes, changes and deletes monitors: administrators the platform's, members of a company its own.
 */
@Component
public class MonitorEditor {
  private final DSLContext sql;
  private final MonitorRows rows;
  private final MonitorFields fields;
  private final MonitorParents parents;
  private final ForgottenChecks forgotten;
  private final HealthSettings settings;
  private final Probes probes;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MonitorEditor(
      DSLContext sql,
      MonitorRows rows,
      MonitorFields fields,
      MonitorParents parents,
      ForgottenChecks forgotten,
      HealthSettings settings,
      Probes probes,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.rows = rows;
    this.fields = fields;
    this.parents = parents;
    this.forgotten = forgotten;
    this.settings = settings;
    this.probes = probes;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Whose monitors somebody looks after: the company's, or the platform's (null). */
  public static @Nullable UUID owner(CurrentUser by) {
    return by.type() == UserType.ADMIN ? null : by.requireCompany();
  }

  /**
   * @throws ApiProblem when it isn't there, or is somebody else's
   */
  @Transactional(readOnly = true)
  public Monitor find(CurrentUser by, UUID id) {
    var owner = owner(by);
    return rows.find(id)
        .filter(monitor -> java.util.Objects.equals(monitor.companyId(), owner))
        .orElseThrow(() -> ApiProblem.notFound("No monitor has this id."));
  }

  /**
   * @throws ApiProblem when something isn't valid, or a company has as many as it may
   */
  @Transactional
  public Monitor make(CurrentUser by, MonitorDraft draft) {
    var owner = owner(by);
    int present = sql.fetchCount(API_ENDPOINT_CONFIGS, MonitorRows.owner(owner));
    if (owner != null && present >= settings.monitorsPerCompany()) {
      throw ApiProblem.conflict(
          "A company has at most %d monitors; delete one first."
              .formatted(settings.monitorsPerCompany()));
    }
    var row = sql.newRecord(API_ENDPOINT_CONFIGS);
    var id = UUID.randomUUID();
    var monitor =
        checked(by, Drafting.over(Drafting.fresh(id, owner, clock.instant()), draft), null);
    row.setId(id);
    row.setCompanyId(owner);
    row.setCreatedBy(by.userId());
    row.setCreatedAt(clock.instant());
    fields.write(monitor, row);
    store(row, monitor);
    parents.write(monitor);
    audit.note(by, "monitor.created", "monitor", id);
    events.publishEvent(new MonitorChanged(id));
    return find(by, id);
  }

  @Transactional
  public Monitor change(CurrentUser by, UUID id, MonitorDraft draft) {
    var old = find(by, id);
    var monitor = checked(by, Drafting.over(old, draft), old);
    var row =
        sql.selectFrom(API_ENDPOINT_CONFIGS)
            .where(API_ENDPOINT_CONFIGS.ID.eq(id))
            .forUpdate()
            .fetchSingle();
    fields.write(monitor, row);
    store(row, monitor);
    if (!monitor.parents().equals(old.parents())) {
      parents.rewrite(monitor);
    }
    audit.note(by, "monitor.changed", "monitor", id);
    events.publishEvent(new MonitorChanged(id));
    return find(by, id);
  }

  /** With its figures and changes; its single checks go within the hour. */
  @Transactional
  public void delete(CurrentUser by, UUID id) {
    forgotten.ofDeleted(find(by, id));
    sql.deleteFrom(API_ENDPOINT_CONFIGS).where(API_ENDPOINT_CONFIGS.ID.eq(id)).execute();
    audit.note(by, "monitor.deleted", "monitor", id);
    events.publishEvent(new MonitorChanged(id));
  }

  /**
   * Has monitors checked at once, by whichever server holds them.
   *
   * @param ids of the caller's monitors; empty means all of them
   * @return how many will be
   */
  @Transactional
  public int checkNow(CurrentUser by, Set<UUID> ids) {
    ids.forEach(id -> find(by, id));
    var wanted =
        sql.select(API_ENDPOINT_CONFIGS.ID, API_ENDPOINT_CONFIGS.COMPANY_ID, DSL.val(by.userId()))
            .from(API_ENDPOINT_CONFIGS)
            .where(MonitorRows.owner(owner(by)))
            .and(API_ENDPOINT_CONFIGS.IS_ACTIVE.isTrue())
            .and(API_ENDPOINT_CONFIGS.HEALTH_CHECK_ENABLED.isTrue())
            .and(ids.isEmpty() ? DSL.trueCondition() : API_ENDPOINT_CONFIGS.ID.in(ids));
    int count = sql.fetchCount(wanted);
    sql.insertInto(
            CHECK_REQUESTS,
            CHECK_REQUESTS.MONITOR_ID,
            CHECK_REQUESTS.COMPANY_ID,
            CHECK_REQUESTS.REQUESTED_BY)
        .select(wanted)
        .onConflictDoNothing()
        .execute();
    events.publishEvent(new CheckRequested());
    return count;
  }

  /** A check as it was stored. */
  public record Stored(
      Instant dueAt,
      String verdict,
      @Nullable Integer statusCode,
      @Nullable Double responseMs,
      @Nullable Float dnsMs,
      @Nullable Float connectMs,
      @Nullable Float tlsMs,
      @Nullable Float ttfbMs,
      @Nullable Float transferMs,
      @Nullable String error,
      @Nullable Instant certificateExpiresAt) {}

  /** The latest checks, newest first. */
  @Transactional(readOnly = true)
  public List<Stored> checks(CurrentUser by, UUID id, int limit, long offset) {
    find(by, id);
    return sql.selectFrom(API_HEALTH_METRICS)
        .where(API_HEALTH_METRICS.MONITOR_ID.eq(id))
        .and(API_HEALTH_METRICS.VERDICT.isNotNull())
        .orderBy(API_HEALTH_METRICS.CREATED_AT.desc())
        .limit(limit)
        .offset(offset)
        .fetch(
            row ->
                new Stored(
                    row.getCreatedAt(),
                    row.getVerdict(),
                    row.getStatusCode(),
                    row.getResponseTimeMs() == null ? null : row.getResponseTimeMs().doubleValue(),
                    row.getDnsMs(),
                    row.getConnectMs(),
                    row.getTlsMs(),
                    row.getTtfbMs(),
                    row.getTransferMs(),
                    row.getLastErrorMessage(),
                    row.getCertificateExpiresAt()));
  }

  private Monitor checked(CurrentUser by, Monitor monitor, @Nullable Monitor old) {
    boolean tenant = monitor.companyId() != null;
    MonitorRules.check(
        monitor,
        tenant ? Duration.ofSeconds(settings.shortestCompanyInterval()) : Duration.ofSeconds(1));
    if (tenant) {
      tenantRules(monitor);
    }
    boolean sameParents = old != null && monitor.parents().equals(old.parents());
    if (!sameParents) {
      monitor.parents().forEach(parent -> find(by, parent));
      parents.requireNoCircle(monitor);
    }
    return monitor;
  }

  private void tenantRules(Monitor monitor) {
    if (monitor.kind() == MonitorKind.INTERNAL) {
      throw ApiProblem.invalid("kind", "internal is for the platform's own parts");
    }
    if (monitor.isPublic()) {
      throw ApiProblem.invalid("isPublic", "is for the platform's own status page");
    }
    if (monitor.kind() != MonitorKind.DNS && leadsToPrivate(monitor.target().url())) {
      events.publishEvent(
          new dev.hitlai.platform.net.DestinationRefused(
              String.valueOf(URI.create(monitor.target().url()).getHost())));
      throw ApiProblem.invalid("url", "leads to a private network, where this server doesn't look");
    }
  }

  /** Only what can be said without looking a name up: each check looks it up and judges anew. */
  private boolean leadsToPrivate(String url) {
    String host = String.valueOf(URI.create(url).getHost());
    boolean literal = host.startsWith("[") || host.matches("[\\d.]+");
    if (probes.tenantsMayGoPrivate()) {
      return false;
    }
    if (host.equalsIgnoreCase("localhost") || host.toLowerCase().endsWith(".localhost")) {
      return true;
    }
    try {
      String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      return literal && PrivateAddresses.contains(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return true;
    }
  }

  private static void store(org.jooq.UpdatableRecord<?> row, Monitor monitor) {
    try {
      row.store();
    } catch (DuplicateKeyException e) {
      throw taken(monitor);
    } catch (org.jooq.exception.IntegrityConstraintViolationException e) {
      throw taken(monitor);
    }
  }

  private static ApiProblem taken(Monitor monitor) {
    return ApiProblem.conflict(
        "%s %s is watched already; give the monitor another endpoint."
            .formatted(monitor.method(), monitor.endpoint()));
  }
}

package dev.hitlai.health.internal.status;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorStatus;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.Uptime;
import dev.hitlai.health.UptimeFigures;
import dev.hitlai.health.UptimePeriod;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what the public pages show, in one transaction, so that it fits together. */
@Component
public class StatusReader {
  private static final Actor ACTOR = Actor.system("status page");
  private static final int DAYS = 90;
  private static final Duration FIGURES_LAST = Duration.ofSeconds(20);
  private static final Duration RESPONSE_TIMES = Duration.ofHours(24);

  private final Monitors monitors;
  private final Uptime uptime;
  private final PublicHappenings happenings;
  private final Clock clock;
  private final TransactionTemplate reading;
  private volatile @Nullable Figures figures;

  StatusReader(
      Monitors monitors,
      Uptime uptime,
      PublicHappenings happenings,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.monitors = monitors;
    this.uptime = uptime;
    this.happenings = happenings;
    this.clock = clock;
    this.reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  public StatusFacts read() {
    return Tenancy.as(ACTOR, () -> Objects.requireNonNull(reading.execute(_ -> all())));
  }

  /** Changes whenever something was written that the pages show, figures aside. */
  public String pulse() {
    return Tenancy.as(
        ACTOR, () -> Objects.requireNonNull(reading.execute(_ -> happenings.pulse())));
  }

  private StatusFacts all() {
    Instant now = clock.instant();
    var shown = monitors.shownPublicly().stream().filter(one -> one.companyId() == null).toList();
    var incidents = happenings.incidents(shown);
    var maintenance = happenings.maintenance(shown, now);
    var components =
        components(shown, now).stream().map(one -> one.in(state(one, incidents))).toList();
    return new StatusFacts(now, components, incidents, maintenance);
  }

  /** An open incident can say worse of a part than its checks, never better. */
  private static ComponentState state(StatusComponent component, List<StatusIncident> incidents) {
    var state = component.state();
    if (state == ComponentState.UNDER_MAINTENANCE) {
      return state;
    }
    for (var incident : incidents) {
      if (incident.isOpen() && incident.monitorIds().contains(component.monitorId())) {
        state = state.worse(ComponentState.ofImpact(incident.impact()));
      }
    }
    return state;
  }

  /**
   * Figures of the past days and hours.
   *
   * @param until they were asked again by then, for they are many and change slowly
   */
  private record Figures(
      Set<UUID> ids,
      LocalDate first,
      Instant until,
      Map<UUID, List<UptimeFigures>> days,
      Map<UUID, List<UptimeFigures>> hours) {
    boolean isFor(Set<UUID> others, LocalDate day, Instant now) {
      return ids.equals(others)
          && first.equals(day)
          && now.isBefore(until)
          && now.isAfter(until.minus(FIGURES_LAST.multipliedBy(2)));
    }
  }

  private Figures figures(Set<UUID> ids, LocalDate first, Instant now) {
    Figures known = figures;
    if (known != null && known.isFor(ids, first, now)) {
      return known;
    }
    var days = uptime.by(UptimePeriod.DAILY, ids, start(first), start(first.plusDays(DAYS)));
    var hours =
        uptime.by(
            UptimePeriod.HOURLY,
            ids,
            UptimePeriod.HOURLY.start(now.minus(RESPONSE_TIMES)),
            now.plusMillis(1));
    var read = new Figures(ids, first, now.plus(FIGURES_LAST), days, hours);
    figures = read;
    return read;
  }

  private List<StatusComponent> components(List<Monitor> shown, Instant now) {
    var ids = shown.stream().map(Monitor::id).collect(Collectors.toSet());
    var statuses = monitors.statuses(shown);
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1L);
    var figures = figures(ids, first, now);
    var days = figures.days();
    var hours = figures.hours();
    var slugs = new HashSet<String>();
    var components = new ArrayList<StatusComponent>();
    for (var monitor : shown) {
      components.add(
          component(
              monitor,
              Objects.requireNonNull(statuses.get(monitor.id())),
              slug(monitor, slugs),
              first,
              days.getOrDefault(monitor.id(), List.of()),
              hours.getOrDefault(monitor.id(), List.of())));
    }
    return components;
  }

  private static StatusComponent component(
      Monitor monitor,
      MonitorStatus status,
      String slug,
      LocalDate first,
      List<UptimeFigures> days,
      List<UptimeFigures> hours) {
    return new StatusComponent(
        monitor.id(),
        PublicId.of(monitor.id()),
        slug,
        monitor.name(),
        monitor.description(),
        monitor.category(),
        monitor.watch().enabled(),
        ComponentState.of(status.state()),
        status.since(),
        monitor.createdAt(),
        DayBars.uptime(days),
        DayBars.of(start(first), DAYS, days),
        hours.stream().map(UptimeFigures::p50Ms).filter(Objects::nonNull).toList(),
        worst(hours));
  }

  /** The highest of the hours: no average of percentiles, and never too good. */
  private static @Nullable Double worst(List<UptimeFigures> hours) {
    return hours.stream()
        .map(UptimeFigures::p95Ms)
        .filter(Objects::nonNull)
        .max(Double::compare)
        .orElse(null);
  }

  /** Of the endpoint, and of the method where two share an endpoint. */
  private static String slug(Monitor monitor, Set<String> taken) {
    String slug = slug(monitor.endpoint());
    if (!taken.add(slug)) {
      slug = slug(monitor.endpoint() + "-" + monitor.method());
      for (int n = 2; !taken.add(slug); n++) {
        slug = slug(monitor.endpoint() + "-" + monitor.method() + "-" + n);
      }
    }
    return slug;
  }

  static String slug(String endpoint) {
    String slug =
        endpoint.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "root" : slug;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Whom maintenance concerns; naming nobody means everybody. */
  static Set<UUID> concerned(List<Monitor> shown, Set<String> endpoints) {
    var ids = new HashSet<UUID>();
    for (var monitor : shown) {
      if (endpoints.isEmpty()
          || endpoints.contains(monitor.endpoint())
          || endpoints.contains(monitor.id().toString())) {
        ids.add(monitor.id());
      }
    }
    return ids;
  }
}

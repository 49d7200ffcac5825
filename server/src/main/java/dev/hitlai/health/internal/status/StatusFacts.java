package dev.hitlai.health.internal.status;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All that the public pages show, read at one moment.
 *
 * @param readAt when that was
 * @param components by category and name
 * @param incidents newest first, as many as are kept in memory
 * @param maintenance newest first
 */
public record StatusFacts(
    Instant readAt,
    List<StatusComponent> components,
    List<StatusIncident> incidents,
    List<StatusMaintenance> maintenance) {

  public StatusFacts {
    components = List.copyOf(components);
    incidents = List.copyOf(incidents);
    maintenance = List.copyOf(maintenance);
  }

  /** Something that happened, for the history. */
  public sealed interface Happening {
    Instant at();

    boolean isOver();

    record Incident(StatusIncident incident) implements Happening {
      @Override
      public Instant at() {
        return incident.startedAt();
      }

      @Override
      public boolean isOver() {
        return !incident.isOpen();
      }
    }

    record Maintenance(StatusMaintenance maintenance) implements Happening {
      @Override
      public Instant at() {
        return maintenance.from();
      }

      @Override
      public boolean isOver() {
        return !maintenance.isActive();
      }
    }
  }

  public Overall overall() {
    return Overall.of(components);
  }

  public List<StatusIncident> open() {
    return incidents.stream().filter(StatusIncident::isOpen).toList();
  }

  public List<StatusMaintenance> active() {
    return maintenance.stream().filter(StatusMaintenance::isActive).toList();
  }

  /** The next one first. */
  public List<StatusMaintenance> upcoming() {
    return maintenance.stream()
        .filter(StatusMaintenance::isUpcoming)
        .sorted(Comparator.comparing(StatusMaintenance::from))
        .toList();
  }

  /** Parts by category, in the order of the page; those without one come last. */
  public Map<String, List<StatusComponent>> byCategory() {
    var groups = new LinkedHashMap<String, List<StatusComponent>>();
    for (var component : components) {
      groups.computeIfAbsent(component.category(), _ -> new ArrayList<>()).add(component);
    }
    var without = groups.remove("");
    if (without != null) {
      groups.put("", without);
    }
    return groups;
  }

  public List<String> names(Set<UUID> monitorIds) {
    return components.stream()
        .filter(component -> monitorIds.contains(component.monitorId()))
        .map(StatusComponent::name)
        .toList();
  }

  public Optional<StatusIncident> incident(String id) {
    return incidents.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public Optional<StatusMaintenance> maintenance(String id) {
    return maintenance.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** What began in a month, newest first. */
  public List<Happening> in(YearMonth month) {
    return happenings().stream().filter(one -> month(one.at()).equals(month)).toList();
  }

  /** What began in a month and is over, newest first. */
  public List<Happening> overIn(YearMonth month) {
    return in(month).stream().filter(Happening::isOver).toList();
  }

  /** The month of the oldest that is known; the present one when nothing happened. */
  public YearMonth oldestMonth() {
    var all = happenings();
    return all.isEmpty() ? month(readAt) : month(all.getLast().at());
  }

  /** Everything that began already, newest first. */
  public List<Happening> happenings() {
    var all = new ArrayList<Happening>();
    incidents.forEach(one -> all.add(new Happening.Incident(one)));
    maintenance.stream()
        .filter(one -> !one.isUpcoming())
        .forEach(one -> all.add(new Happening.Maintenance(one)));
    all.sort(Comparator.comparing(Happening::at).reversed());
    return all;
  }

  /** When something last changed that programs read; stays the same while nothing does. */
  public Instant changedAt() {
    var latest = Instant.EPOCH;
    for (var component : components) {
      latest = later(latest, component.since());
    }
    for (var incident : incidents) {
      latest = later(latest, incident.updatedAt());
    }
    for (var one : maintenance) {
      latest = later(latest, one.updatedAt());
    }
    return latest.equals(Instant.EPOCH) ? readAt : latest;
  }

  public static YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(ZoneOffset.UTC));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

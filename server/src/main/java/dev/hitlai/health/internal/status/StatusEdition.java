package dev.hitlai.health.internal.status;

import dev.hitlai.platform.PublicAddress;
import dev.hitlai.web.SharedPages;
import dev.hitlai.web.view.Theme;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All public pages and documents of one state of facts. What is asked often is made at once, the
 * rest (months, single incidents) when somebody first asks; none of it needs the database.
 */
public final class StatusEdition {
  private static final String HISTORY = "/status/history";
  private static final String INCIDENT = "/status/incidents/";
  private static final String MAINTENANCE = "/status/maintenance/";

  private final StatusFacts facts;
  private final @Nullable Duration age;
  private final SharedPages pages;
  private final Map<String, Document> documents = new HashMap<>();
  private final Document home;
  private final Map<String, Document> onDemand = new ConcurrentHashMap<>();

  /**
   * @param age how old the facts are, when newer ones can't be read; else null
   */
  StatusEdition(
      StatusFacts facts,
      @Nullable Duration age,
      SharedPages pages,
      PublicAddress address,
      JsonMapper json) {
    this.facts = facts;
    this.age = age;
    this.pages = pages;
    new V2Json(facts, address::of, json)
        .all()
        .forEach((name, body) -> put("/api/v2/" + name + ".json", Document.Kind.JSON, body));
    var feeds = new StatusFeeds(facts, address::of);
    put("/status/history.atom", Document.Kind.ATOM, feeds.atom());
    put("/status/history.rss", Document.Kind.RSS, feeds.rss());
    putBadges();
    home = page("health/status", "/status", Theme.AUTO, Map.of());
  }

  private void putBadges() {
    put("/badge/state.svg", Document.Kind.BADGE, StatusBadges.overall(facts.overall()));
    for (var component : facts.components()) {
      for (String name : new String[] {component.slug(), component.id()}) {
        put("/badge/" + name + "/uptime.svg", Document.Kind.BADGE, StatusBadges.uptime(component));
        put("/badge/" + name + "/state.svg", Document.Kind.BADGE, StatusBadges.state(component));
      }
    }
  }

  private void put(String path, Document.Kind kind, byte[] body) {
    documents.put(path, Document.of(kind, body, facts.readAt()));
  }

  public StatusFacts facts() {
    return facts;
  }

  /**
   * @param path of the address
   * @param query of the address, null for none; other pages than the history ignore it
   * @return null when there is no such page
   */
  public @Nullable Document find(String path, @Nullable String query, Theme theme) {
    if (path.equals("/status")) {
      return theme == Theme.AUTO ? home : kept("health/status", path, theme, Map.of());
    }
    Document document = documents.get(path);
    if (document != null || !path.startsWith("/status/")) {
      return document;
    }
    if (path.equals(HISTORY)) {
      return history(query, theme);
    }
    if (path.startsWith(INCIDENT)) {
      String id = path.substring(INCIDENT.length());
      return facts
          .incident(id)
          .map(one -> kept("health/status-incident", path, theme, Map.of("incident", one)))
          .orElse(null);
    }
    if (path.startsWith(MAINTENANCE)) {
      String id = path.substring(MAINTENANCE.length());
      return facts
          .maintenance(id)
          .map(one -> kept("health/status-maintenance", path, theme, Map.of("maintenance", one)))
          .orElse(null);
    }
    return null;
  }

  private @Nullable Document history(@Nullable String query, Theme theme) {
    YearMonth month = StatusFacts.month(facts.readAt());
    if (query != null) {
      try {
        month = YearMonth.parse(query.startsWith("month=") ? query.substring(6) : query);
      } catch (DateTimeException unknown) {
        return null;
      }
      // Only months that something can stand in, so that nobody fills the memory with others.
      if (month.isBefore(facts.oldestMonth()) || month.isAfter(StatusFacts.month(facts.readAt()))) {
        return null;
      }
    }
    return kept(
        "health/status-history", HISTORY + "?month=" + month, theme, Map.of("month", month));
  }

  private Document kept(String template, String address, Theme theme, Map<String, Object> model) {
    return onDemand.computeIfAbsent(
        theme.value() + address, _ -> page(template, address, theme, model));
  }

  private Document page(String template, String address, Theme theme, Map<String, Object> model) {
    var all = new HashMap<>(model);
    all.put("facts", facts);
    all.put("freshness", new Freshness(facts.readAt(), age));
    return Document.of(
        Document.Kind.PAGE, pages.render(template, address, theme, all), facts.readAt());
  }

  /**
   * How new the facts are.
   *
   * @param age null while newer ones can be read
   */
  public record Freshness(Instant readAt, @Nullable Duration age) {
    public boolean isStale() {
      return age != null;
    }

    /** Such as "5 min 12 s". */
    public String ageWords() {
      return age == null
          ? ""
          : dev.hitlai.web.view.Say.duration(Duration.ofSeconds(age.toSeconds()));
    }
  }
}

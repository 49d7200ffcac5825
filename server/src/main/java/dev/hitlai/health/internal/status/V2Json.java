package dev.hitlai.health.internal.status;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts in the status-page format, version 2, that dashboards and chat programs read. Names and
 * shapes are that format's, not ours.
 */
final class V2Json {
  private static final String PAGE_NAME = "HitlAI";
  private static final int SHOWN = 50;

  /** Always with milliseconds, as readers of the format expect. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final StatusFacts facts;
  private final UnaryOperator<String> address;
  private final JsonMapper json;
  private final String pageId;
  private final List<Map<String, Object>> components;

  /**
   * @param address from a path on this server to where people reach it
   */
  V2Json(StatusFacts facts, UnaryOperator<String> address, JsonMapper json) {
    this.facts = facts;
    this.address = address;
    this.json = json;
    this.pageId =
        PublicId.of(address.apply("/status").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    this.components = components();
  }

  /** All documents by the last part of their path. */
  Map<String, byte[]> all() {
    var open = facts.open();
    var all = new LinkedHashMap<String, byte[]>();
    put(
        all,
        "summary",
        Map.entry("components", components),
        Map.entry("incidents", incidents(open)),
        Map.entry("scheduled_maintenances", maintenance(running())),
        Map.entry("status", status()));
    put(all, "status", Map.entry("status", status()));
    put(all, "components", Map.entry("components", components));
    put(all, "incidents", Map.entry("incidents", incidents(facts.incidents())));
    put(all, "incidents/unresolved", Map.entry("incidents", incidents(open)));
    putMaintenance(all, "scheduled-maintenances", facts.maintenance());
    putMaintenance(all, "scheduled-maintenances/active", facts.active());
    putMaintenance(all, "scheduled-maintenances/upcoming", facts.upcoming());
    return all;
  }

  private void putMaintenance(
      Map<String, byte[]> all, String name, List<StatusMaintenance> windows) {
    put(all, name, Map.entry("scheduled_maintenances", maintenance(windows)));
  }

  private List<StatusMaintenance> running() {
    var running = new ArrayList<>(facts.active());
    running.addAll(facts.upcoming());
    return running;
  }

  @SafeVarargs
  private void put(Map<String, byte[]> all, String name, Map.Entry<String, Object>... members) {
    var document = new LinkedHashMap<String, Object>();
    document.put("page", page());
    for (var member : members) {
      document.put(member.getKey(), member.getValue());
    }
    all.put(name, json.writeValueAsBytes(document));
  }

  private Map<String, Object> page() {
    var page = new LinkedHashMap<String, Object>();
    page.put("id", pageId);
    page.put("name", PAGE_NAME);
    page.put("url", address.apply("/status"));
    page.put("time_zone", "Etc/UTC");
    page.put("updated_at", time(facts.changedAt()));
    return page;
  }

  private Map<String, Object> status() {
    var overall = facts.overall();
    var status = new LinkedHashMap<String, Object>();
    status.put("indicator", overall.indicator());
    status.put("description", overall.description());
    return status;
  }

  /** Groups stand before their members, as in the page. */
  private List<Map<String, Object>> components() {
    var all = new ArrayList<Map<String, Object>>();
    int group = 0;
    for (var category : facts.byCategory().entrySet()) {
      var members = category.getValue().stream().filter(StatusComponent::watched).toList();
      String groupId = category.getKey().isEmpty() ? null : groupId(category.getKey());
      if (groupId != null && !members.isEmpty()) {
        all.add(group(groupId, category.getKey(), members, ++group));
      }
      for (int i = 0; i < members.size(); i++) {
        all.add(component(members.get(i), groupId, i + 1));
      }
    }
    return all;
  }

  private static String groupId(String category) {
    return PublicId.of(("group " + category).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private Map<String, Object> group(
      String id, String name, List<StatusComponent> members, int position) {
    var state =
        members.stream()
            .map(StatusComponent::state)
            .reduce(ComponentState.OPERATIONAL, ComponentState::worse);
    var created =
        members.stream().map(StatusComponent::createdAt).min(Instant::compareTo).orElseThrow();
    var updated =
        members.stream().map(StatusComponent::since).max(Instant::compareTo).orElseThrow();
    var group = component(id, name, state, created, updated, position, null, null, true);
    group.put("components", members.stream().map(StatusComponent::id).toList());
    return group;
  }

  private Map<String, Object> component(
      StatusComponent component, @Nullable String groupId, int position) {
    String description = component.description().isBlank() ? null : component.description();
    return component(
        component.id(),
        component.name(),
        component.state(),
        component.createdAt(),
        component.since(),
        position,
        description,
        groupId,
        false);
  }

  private Map<String, Object> component(
      String id,
      String name,
      ComponentState state,
      Instant created,
      Instant updated,
      int position,
      @Nullable String description,
      @Nullable String groupId,
      boolean isGroup) {
    var body = new LinkedHashMap<String, @Nullable Object>();
    body.put("id", id);
    body.put("name", name);
    body.put("status", state.code());
    body.put("created_at", time(created));
    body.put("updated_at", time(updated));
    body.put("position", position);
    body.put("description", description);
    body.put("showcase", !isGroup);
    body.put("start_date", isGroup ? null : TIME.format(created).substring(0, 10));
    body.put("group_id", groupId);
    body.put("page_id", pageId);
    body.put("group", isGroup);
    body.put("only_show_if_degraded", false);
    return body;
  }

  private List<Map<String, Object>> incidents(List<StatusIncident> incidents) {
    return incidents.stream().limit(SHOWN).map(this::incident).toList();
  }

  private Map<String, Object> incident(StatusIncident incident) {
    var body = new LinkedHashMap<String, @Nullable Object>();
    body.put("id", incident.id());
    body.put("name", incident.name());
    body.put("status", incident.status());
    body.put("created_at", time(incident.createdAt()));
    body.put("updated_at", time(incident.updatedAt()));
    body.put("monitoring_at", time(incident.monitoringAt()));
    body.put("resolved_at", time(incident.resolvedAt()));
    body.put("impact", incident.impact());
    body.put("shortlink", address.apply("/status/incidents/" + incident.id()));
    body.put("started_at", time(incident.startedAt()));
    body.put("page_id", pageId);
    body.put("incident_updates", updates(incident.id(), incident.updates()));
    body.put("components", concerned(incident.monitorIds()));
    return body;
  }

  private List<Map<String, Object>> maintenance(List<StatusMaintenance> windows) {
    return windows.stream().limit(SHOWN).map(this::maintenance).toList();
  }

  private Map<String, Object> maintenance(StatusMaintenance window) {
    var body = new LinkedHashMap<String, @Nullable Object>();
    body.put("id", window.id());
    body.put("name", window.name());
    body.put("status", window.status());
    body.put("created_at", time(window.createdAt()));
    body.put("updated_at", time(window.updatedAt()));
    body.put("monitoring_at", null);
    body.put("resolved_at", time(window.endedAt()));
    body.put("impact", window.impact());
    body.put("shortlink", address.apply("/status/maintenance/" + window.id()));
    body.put("started_at", time(window.from()));
    body.put("page_id", pageId);
    body.put("incident_updates", updates(window.id(), window.updates()));
    body.put("components", concerned(window.monitorIds()));
    body.put("scheduled_for", time(window.from()));
    body.put("scheduled_until", time(window.until()));
    return body;
  }

  private static List<Map<String, Object>> updates(
      String incidentId, List<StatusIncident.Update> updates) {
    var all = new ArrayList<Map<String, Object>>();
    for (var update : updates) {
      var body = new LinkedHashMap<String, Object>();
      body.put("id", update.id());
      body.put("status", update.status());
      body.put("body", update.body());
      body.put("incident_id", incidentId);
      body.put("created_at", time(update.at()));
      body.put("updated_at", time(update.at()));
      body.put("display_at", time(update.at()));
      all.add(body);
    }
    return all;
  }

  private List<Map<String, Object>> concerned(java.util.Set<UUID> monitorIds) {
    var ids =
        facts.components().stream()
            .filter(component -> monitorIds.contains(component.monitorId()))
            .map(StatusComponent::id)
            .collect(java.util.stream.Collectors.toSet());
    return components.stream().filter(component -> ids.contains(component.get("id"))).toList();
  }

  @SuppressWarnings("NullAway") // null in, null out
  private static String time(@Nullable Instant at) {
    return at == null ? null : TIME.format(at);
  }
}

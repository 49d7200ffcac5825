package dev.hitlai.health.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class V2JsonTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> COMPONENT =
      Set.of(
          "id",
          "name",
          "status",
          "created_at",
          "updated_at",
          "position",
          "description",
          "showcase",
          "start_date",
          "group_id",
          "page_id",
          "group",
          "only_show_if_degraded");
  private static final Set<String> INCIDENT =
      Set.of(
          "id",
          "name",
          "status",
          "impact",
          "created_at",
          "updated_at",
          "monitoring_at",
          "resolved_at",
          "shortlink",
          "page_id",
          "incident_updates",
          "started_at",
          "components");
  private static final Set<String> UPDATE =
      Set.of("id", "incident_id", "status", "body", "created_at", "updated_at", "display_at");

  @Test
  void aSummaryHoldsThePageItsStatePartsOpenIncidentsAndComingWork() {
    var summary = document("summary");
    assertThat(names(summary))
        .containsExactlyInAnyOrder(
            "page", "components", "incidents", "scheduled_maintenances", "status");
    assertThat(names(summary.path("page")))
        .containsExactlyInAnyOrder("id", "name", "url", "time_zone", "updated_at");
    assertThat(summary.at("/page/url").asString()).isEqualTo("https://x.example/status");
    assertThat(summary.at("/status/indicator").asString()).isEqualTo("major");
    assertThat(summary.path("incidents")).hasSize(1);
    assertThat(summary.path("scheduled_maintenances")).hasSize(1);
  }

  @Test
  void everyPartHasTheMembersThatClientsRead() {
    var components = document("components").path("components");
    // Two groups and three parts.
    assertThat(components).hasSize(5);
    for (var component : components) {
      var names = names(component);
      if (component.path("group").asBoolean()) {
        assertThat(names).contains("components");
        names.remove("components");
      }
      assertThat(names).isEqualTo(new TreeSet<>(COMPONENT));
      assertThat(component.path("id").asString()).matches("[a-z0-9]{12}");
      assertThat(component.path("status").asString())
          .isIn(
              "operational",
              "degraded_performance",
              "partial_outage",
              "major_outage",
              "under_maintenance");
      assertThat(component.path("created_at").asString()).matches(TIME);
    }
    assertThat(components.get(0).path("status").asString()).isEqualTo("major_outage");
    assertThat(components.get(1).path("group_id").asString())
        .isEqualTo(components.get(0).path("id").asString());
  }

  @Test
  void incidentsTellTheirUpdatesAndWhatTheyConcern() {
    var incidents = document("incidents").path("incidents");
    assertThat(incidents).hasSize(2);
    for (var incident : incidents) {
      assertThat(names(incident)).isEqualTo(new TreeSet<>(INCIDENT));
      assertThat(incident.path("id").asString()).matches("[a-z0-9]{12}");
      assertThat(incident.path("shortlink").asString())
          .isEqualTo("https://x.example/status/incidents/" + incident.path("id").asString());
      assertThat(incident.path("components").get(0).path("name").asString())
          .isEqualTo("Tests <API> & more");
      for (var update : incident.path("incident_updates")) {
        assertThat(names(update)).isEqualTo(new TreeSet<>(UPDATE));
        assertThat(update.path("incident_id").asString()).isEqualTo(incident.path("id").asString());
      }
    }
    assertThat(incidents.get(0).path("resolved_at").isNull()).isTrue();
    assertThat(incidents.get(1).path("resolved_at").asString()).matches(TIME);
    assertThat(document("incidents/unresolved").path("incidents")).hasSize(1);
  }

  @Test
  void maintenanceIsListedByHowFarItIs() {
    var planned = document("scheduled-maintenances/upcoming").path("scheduled_maintenances");
    assertThat(planned).hasSize(1);
    assertThat(planned.get(0).path("status").asString()).isEqualTo("scheduled");
    assertThat(planned.get(0).path("scheduled_for").asString())
        .isEqualTo("2027-03-15T11:00:00.000Z");
    assertThat(planned.get(0).path("scheduled_until").asString()).matches(TIME);
    assertThat(document("scheduled-maintenances/active").path("scheduled_maintenances")).isEmpty();
    assertThat(document("scheduled-maintenances").path("scheduled_maintenances")).hasSize(1);
  }

  @Test
  void aDocumentStaysTheSameWhileNothingChanges() {
    var before = SampleFacts.facts();
    var later =
        new StatusFacts(
            before.readAt().plusSeconds(30),
            before.components(),
            before.incidents(),
            before.maintenance());
    assertThat(all(later).get("summary")).isEqualTo(all(before).get("summary"));
  }

  @Test
  void whatIsNotSeenIsNeverToldAsOperational() {
    var facts =
        new StatusFacts(
            SampleFacts.NOW,
            List.of(SampleFacts.component(SampleFacts.API, "API", "", ComponentState.UNKNOWN)),
            List.of(),
            List.of());
    var summary = JSON.readTree(all(facts).get("summary"));
    assertThat(summary.at("/components/0/status").asString()).isEqualTo("degraded_performance");
    assertThat(summary.at("/status/indicator").asString()).isEqualTo("minor");
  }

  @Test
  void allIsWellOnlyWhenEverythingIs() {
    var quiet = JSON.readTree(all(SampleFacts.quiet()).get("status"));
    assertThat(quiet.at("/status/indicator").asString()).isEqualTo("none");
    assertThat(quiet.at("/status/description").asString()).isEqualTo("All systems operational");
  }

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  private static JsonNode document(String name) {
    return JSON.readTree(all(SampleFacts.facts()).get(name));
  }

  private static java.util.Map<String, byte[]> all(StatusFacts facts) {
    return new V2Json(facts, path -> "https://x.example" + path, JSON).all();
  }

  private static TreeSet<String> names(JsonNode node) {
    return new TreeSet<>(node.propertyNames());
  }
}

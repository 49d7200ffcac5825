package dev.hitlai.health.internal.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A platform with three parts, an outage that goes on, one that is over, and planned work. */
final class SampleFacts {
  static final Instant NOW = Instant.parse("2027-03-15T10:00:00Z");
  static final UUID API = UUID.fromString("00000000-0000-7000-8000-000000000001");
  static final UUID PAGES = UUID.fromString("00000000-0000-7000-8000-000000000002");
  static final UUID QUEUE = UUID.fromString("00000000-0000-7000-8000-000000000003");

  private SampleFacts() {}

  static StatusFacts facts() {
    return new StatusFacts(
        NOW,
        List.of(
            component(API, "Tests <API> & more", "API", ComponentState.MAJOR_OUTAGE),
            component(PAGES, "Website", "Website", ComponentState.OPERATIONAL),
            component(QUEUE, "Job queue", "", ComponentState.OPERATIONAL)),
        List.of(
            incident("It is \u0001 <b>down</b>", null, "critical", NOW.minusSeconds(600)),
            incident("It was slow", NOW.minusSeconds(80_000), "minor", NOW.minusSeconds(90_000))),
        List.of(maintenance()));
  }

  static StatusFacts quiet() {
    return new StatusFacts(
        NOW, List.of(component(API, "API", "", ComponentState.OPERATIONAL)), List.of(), List.of());
  }

  static StatusComponent component(UUID id, String name, String category, ComponentState state) {
    var days = new ArrayList<DayBar>();
    for (int i = 89; i >= 0; i--) {
      days.add(DayBar.of(LocalDate.of(2027, 3, 15).minusDays(i), null));
    }
    return new StatusComponent(
        id,
        PublicId.of(id),
        StatusReader.slug("/" + name),
        name,
        "",
        category,
        true,
        state,
        NOW.minusSeconds(600),
        NOW.minusSeconds(10_000_000),
        new BigDecimal("99.537"),
        days,
        List.of(40.0, 42.5),
        80.0);
  }

  private static StatusIncident incident(
      String name, @org.jspecify.annotations.Nullable Instant over, String impact, Instant began) {
    var key = new UUID(7, name.hashCode());
    return new StatusIncident(
        key,
        PublicId.of(key),
        name,
        over == null ? "investigating" : "resolved",
        impact,
        began,
        began,
        over == null ? began : over,
        null,
        over,
        Set.of(API),
        List.of(
            new StatusIncident.Update(
                "abcdefghijk1", "investigating", "We look & see\u0000 <script>", began)));
  }

  private static StatusMaintenance maintenance() {
    var key = new UUID(8, 8);
    return new StatusMaintenance(
        key,
        PublicId.of(key),
        "New disks",
        "scheduled",
        "minor",
        NOW.plusSeconds(3600),
        NOW.plusSeconds(7200),
        NOW.minusSeconds(60),
        NOW.minusSeconds(60),
        null,
        Set.of(API, PAGES),
        List.of(new StatusIncident.Update("abcdefghijk2", "scheduled", "Faster ones.", NOW)));
  }
}

package dev.hitlai.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the database has to look like: the lists beside this class, read. */
final class Catalogue {
  /** Tables that the list does not name, because no report relies on their columns. */
  static final Set<String> SUPPORTING =
      Set.of(
          "platform.partitioned_tables",
          "platform.scheduled_tasks",
          "platform.event_publication",
          "platform.spring_session",
          "platform.spring_session_attributes",
          "platform.rate_limit_buckets",
          "identity.refresh_tokens",
          "identity.login_attempts",
          "identity.one_time_links",
          "identity.mfa_recovery_codes",
          "identity.signing_keys",
          "identity.idempotency_keys",
          "identity.audit_events");

  /** What everybody may read: no tenant's data. */
  static final Set<String> PUBLIC =
      Set.of(
          "testers.ai_tester_pricing",
          "unlock.platform_milestones",
          "unlock.roadmap_items",
          "testers.ai_tester_performance",
          "models.ai_model_capabilities",
          "models.ai_capability_benchmarks");

  private Catalogue() {}

  /** A table of the list. */
  record Table(String name, boolean partitioned, List<String> columns) {}

  static List<Table> tables() {
    return read("tables.txt").entrySet().stream()
        .map(
            line ->
                new Table(
                    line.getKey().replace("*", ""), line.getKey().endsWith("*"), line.getValue()))
        .toList();
  }

  /** The values that a column takes, by {@code schema.table.column}. */
  static Map<String, List<String>> values() {
    return read("values.txt");
  }

  private static Map<String, List<String>> read(String resource) {
    try (var stream = Catalogue.class.getResourceAsStream(resource)) {
      var lines = new LinkedHashMap<String, List<String>>();
      new String(stream.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                var parts = line.split(": ", 2);
                lines.put(parts[0], List.of(parts[1].split(" ")));
              });
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.hitlai.health.internal.maintenance;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.internal.jooq.tables.records.ApiMaintenanceWindowsRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what is wrong with work that somebody entered. */
@Component
class WindowInput {
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final Duration FURTHEST = Duration.ofDays(366);

  private final Monitors monitors;
  private final Clock clock;

  WindowInput(Monitors monitors, Clock clock) {
    this.monitors = monitors;
    this.clock = clock;
  }

  void fill(ApiMaintenanceWindowsRecord row, Maintenance.Wish wish) {
    row.setTitle(required("title", wish.title(), 200));
    row.setDescription(text("description", wish.description(), 4000));
    row.setAffectedEndpoints(affected(wish.affected()).toArray(String[]::new));
    row.setImpactLevel(impact(wish.impact()).code());
    row.setPublicMessage(text("publicMessage", wish.publicMessage(), 4000));
    row.setInternalNotes(text("internalNotes", wish.internalNotes(), 10_000));
    Instant start = wish.start();
    Instant end = wish.end();
    if (start == null) {
      throw ApiProblem.invalid("start", "must be a time");
    }
    if (end == null) {
      throw ApiProblem.invalid("end", "must be a time");
    }
    if (!end.isAfter(start)) {
      throw ApiProblem.invalid("end", "must be after the start");
    }
    Instant now = clock.instant();
    if (start.isBefore(now.minus(FURTHEST)) || start.isAfter(now.plus(FURTHEST))) {
      throw ApiProblem.invalid("start", "must be within a year");
    }
    if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw ApiProblem.invalid("end", "must be at most 31 days after the start");
    }
    row.setScheduledStart(start);
    row.setScheduledEnd(end);
  }

  private List<String> affected(List<String> wanted) {
    var known = new HashSet<String>();
    monitors
        .of(null)
        .forEach(
            monitor -> {
              known.add(monitor.id().toString());
              known.add(monitor.endpoint());
            });
    var chosen = wanted.stream().filter(one -> !one.isBlank()).distinct().toList();
    if (!known.containsAll(chosen)) {
      throw ApiProblem.invalid("affected", "must be ids or endpoints of the platform's monitors");
    }
    return chosen;
  }

  private static Window.Impact impact(String word) {
    return Arrays.stream(Window.Impact.values())
        .filter(one -> one.code().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    "impact",
                    "must be one of "
                        + Arrays.stream(Window.Impact.values())
                            .map(Window.Impact::code)
                            .collect(Collectors.joining(", "))));
  }

  private static String required(String field, String text, int longest) {
    if (text.isBlank() || text.length() > longest) {
      throw ApiProblem.invalid(field, "must have 1 to " + longest + " characters");
    }
    return text.strip();
  }

  private static String text(String field, String text, int longest) {
    if (text.length() > longest) {
      throw ApiProblem.invalid(field, "must have at most " + longest + " characters");
    }
    return text.strip();
  }
}

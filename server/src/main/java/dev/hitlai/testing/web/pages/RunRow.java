package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.runs.RunOverview;
import dev.hitlai.web.view.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list.
 *
 * @param score 0 to 100 as text, empty when there is none
 */
public record RunRow(
    String href,
    String title,
    String host,
    String persona,
    String type,
    RunState state,
    String score,
    List<Count> findings,
    Instant createdAt) {

  /** How many findings of a severity. */
  public record Count(Severity severity, long number) {}

  static RunRow of(RunOverview run) {
    return new RunRow(
        "/company/tests/" + run.id(),
        run.title(),
        host(run.url()),
        run.persona().label(),
        run.type().label(),
        RunState.of(run),
        run.score() == null ? "" : String.valueOf(Math.round(run.score())),
        counts(run),
        run.createdAt());
  }

  static List<Count> counts(RunOverview run) {
    return run.findings().entrySet().stream()
        .map(entry -> new Count(Severity.of(entry.getKey()), entry.getValue()))
        .sorted(Comparator.comparing(Count::severity))
        .toList();
  }

  static String host(@Nullable String url) {
    String host = url == null ? null : URI.create(url).getAuthority();
    return host == null ? "" : host;
  }
}

package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.monitoring.Suspicion;
import dev.hitlai.testing.internal.runs.TestRun;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells security of pages that tried to give the AI tester orders. */
@Component
class Suspicions {
  private final ApplicationEventPublisher events;

  Suspicions(ApplicationEventPublisher events) {
    this.events = events;
  }

  /** One for each host that attacked. */
  void publish(TestRun run, TestReport report) {
    report.findings().stream()
        .filter(finding -> finding.rule().startsWith("hijack/"))
        .flatMap(Suspicions::hosts)
        .distinct()
        .forEach(
            host ->
                events.publishEvent(
                    new Suspicion(
                        Suspicion.Kind.PROMPT_INJECTION,
                        "run:" + run.id(),
                        null,
                        run.companyId(),
                        host)));
  }

  private static Stream<String> hosts(Finding finding) {
    return finding.occurrences().stream().map(place -> host(place.url())).filter(Objects::nonNull);
  }

  private static @org.jspecify.annotations.Nullable String host(String address) {
    try {
      return URI.create(address).getHost();
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}

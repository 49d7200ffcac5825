package dev.hitlai.health.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitor.Expectation;
import dev.hitlai.health.Monitor.Pause;
import dev.hitlai.health.Monitor.Promise;
import dev.hitlai.health.Monitor.Target;
import dev.hitlai.health.Monitor.Watch;
import dev.hitlai.health.MonitorKind;
import dev.hitlai.health.internal.probe.Phases;
import dev.hitlai.health.internal.probe.Probed;
import dev.hitlai.health.internal.state.Shown;
import dev.hitlai.health.internal.state.Spans;
import dev.hitlai.testsupport.PrometheusText;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetersTest {
  private static final Instant EXPIRES = Instant.parse("2027-01-01T00:00:00Z");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Meters meters = new Meters(registry);

  @Test
  void tellsPrometheusOfMonitorsInTheNamesThatItsDashboardsKnow() {
    var plan = plan("Search \"new\"\nline", MonitorKind.HTTP);
    meters.watch(plan);
    check(plan, new Probed(null, 204, 250, new Phases(1.0, 2.0, 3.0, 4.0, 5.0), EXPIRES));
    meters.watch(plan("Port", MonitorKind.TCP));
    var text = PrometheusText.read(registry.scrape());
    assertThat(text.values("probe_success")).containsExactlyInAnyOrder(1.0, Double.NaN);
    assertThat(text.values("probe_duration_seconds")).contains(0.25);
    assertThat(text.values("probe_http_status_code")).containsExactly(204.0);
    assertThat(text.labels("probe_http_duration_seconds", "phase"))
        .containsExactlyInAnyOrder("resolve", "connect", "tls", "processing", "transfer");
    assertThat(text.values("probe_ssl_earliest_cert_expiry"))
        .containsExactly((double) EXPIRES.getEpochSecond());
  }

  @Test
  void forgetsAMonitorThatIsNoLongerCheckedHere() {
    var plan = plan("Search", MonitorKind.HTTP);
    meters.watch(plan);
    meters.forget(plan);
    assertThat(PrometheusText.read(registry.scrape()).values("probe_success")).isEmpty();
  }

  private void check(Plan plan, Probed probed) {
    meters.checked(plan, plan.take(60_000, 60_000, 0, probed, _ -> null));
  }

  private static Plan plan(String name, MonitorKind kind) {
    var monitor =
        new Monitor(
            UUID.randomUUID(),
            null,
            kind,
            "/",
            "GET",
            name,
            "",
            "",
            true,
            false,
            new Target("http://127.0.0.1/", Map.of(), null, true, true, "A"),
            new Expectation(
                Set.of(204), List.of(), Duration.ofSeconds(1), Duration.ofSeconds(3), 14, Set.of()),
            new Watch(true, Duration.ofSeconds(60), Duration.ofSeconds(5), 2, 2),
            new Promise(
                BigDecimal.valueOf(99.9),
                Duration.ofMillis(500),
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.ZERO),
            new Pause(false, null, null),
            Set.of(),
            Instant.EPOCH);
    return new Plan(monitor, 0, Spans.NONE, Shown.fresh(0), 0);
  }
}

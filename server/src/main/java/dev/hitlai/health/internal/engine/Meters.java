package dev.hitlai.health.internal.engine;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.internal.probe.Phases;
import dev.hitlai.health.internal.probe.Probed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Figures for Prometheus: of each monitor those of its last check, under the names of the blackbox
 * exporter, so that dashboards made for it fit; of the engine how punctual it is.
 */
final class Meters {
  private static final double MILLIS = 1000;

  private final MeterRegistry registry;
  private final Map<UUID, List<Meter>> ofMonitors = new ConcurrentHashMap<>();
  private final DistributionSummary lateness;
  private final Counter skipped;
  private final Counter checks;

  Meters(MeterRegistry registry) {
    this.registry = registry;
    lateness =
        DistributionSummary.builder("hitlai.health.lateness")
            .baseUnit("seconds")
            .description("How long after its time a check began")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    skipped =
        Counter.builder("hitlai.health.skipped")
            .description("Checks that were left out because the one before still ran")
            .register(registry);
    checks = Counter.builder("hitlai.health.checks").description("Checks made").register(registry);
  }

  void late(long millis) {
    lateness.record(Math.max(0, millis) / MILLIS);
  }

  void skipped() {
    skipped.increment();
  }

  void checked(Plan plan, Outcome outcome) {
    checks.increment();
    // These exist only where they say something: without TLS there is no certificate.
    if (outcome.probed().certificateExpiresAt() != null && plan.last() != null) {
      ofMonitors.computeIfPresent(plan.monitor().id(), (_, meters) -> withExpiry(plan, meters));
    }
  }

  void watch(Plan plan) {
    ofMonitors.computeIfAbsent(plan.monitor().id(), _ -> register(plan));
  }

  void forget(Plan plan) {
    var meters = ofMonitors.remove(plan.monitor().id());
    if (meters != null) {
      meters.forEach(registry::remove);
    }
  }

  private List<Meter> register(Plan plan) {
    var meters = new ArrayList<Meter>();
    meters.add(gauge("probe.success", plan, probed -> probed.passed() ? 1 : 0));
    meters.add(gauge("probe.duration.seconds", plan, probed -> probed.totalMs() / MILLIS));
    switch (plan.monitor().kind()) {
      case HTTP -> {
        meters.add(
            gauge(
                "probe.http.status.code",
                plan,
                probed -> probed.status() == null ? 0 : probed.status()));
        meters.add(phase(plan, "resolve", Phases::dns));
        meters.add(phase(plan, "connect", Phases::connect));
        meters.add(phase(plan, "tls", Phases::tls));
        meters.add(phase(plan, "processing", Phases::ttfb));
        meters.add(phase(plan, "transfer", Phases::transfer));
      }
      case TCP, DNS, INTERNAL -> {}
    }
    return meters;
  }

  private List<Meter> withExpiry(Plan plan, List<Meter> meters) {
    String name = "probe.ssl.earliest.cert.expiry";
    if (meters.stream().noneMatch(meter -> meter.getId().getName().equals(name))) {
      meters.add(gauge(name, plan, Meters::expiry));
    }
    return meters;
  }

  private static double expiry(Probed probed) {
    var expires = probed.certificateExpiresAt();
    return expires == null ? Double.NaN : expires.getEpochSecond();
  }

  private Gauge phase(Plan plan, String name, Function<Phases, @Nullable Double> phase) {
    return Gauge.builder(
            "probe.http.duration.seconds",
            plan,
            one -> {
              var last = one.last();
              Double millis = last == null ? null : phase.apply(last.phases());
              return millis == null ? 0 : millis / MILLIS;
            })
        .description("How long a phase of the last check took")
        .tags(tags(plan.monitor()).and("phase", name))
        .register(registry);
  }

  private Gauge gauge(String name, Plan plan, ToDoubleFunction<Probed> value) {
    return Gauge.builder(
            name,
            plan,
            one -> {
              var last = one.last();
              return last == null ? Double.NaN : value.applyAsDouble(last);
            })
        .description("Of a monitor's last check")
        .tags(tags(plan.monitor()))
        .register(registry);
  }

  private static Tags tags(Monitor monitor) {
    return Tags.of("monitor", monitor.id().toString(), "name", monitor.name());
  }
}

package dev.hitlai.monitoring.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dev.hitlai.platform.StartFailure;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Answers Prometheus on a port of its own, if one is set: a scraper can't log in as an
 * administrator, and {@code /actuator/prometheus} is for those.
 */
@Component
class MetricsPort implements SmartLifecycle {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final MonitoringSettings settings;
  private @Nullable HttpServer server;

  MetricsPort(PrometheusMeterRegistry registry, MonitoringSettings settings) {
    this.registry = registry;
    this.settings = settings;
  }

  @Override
  public void start() {
    if (settings.metricsPort() == 0) {
      return;
    }
    try {
      var opened =
          HttpServer.create(
              new InetSocketAddress(settings.metricsHost(), settings.metricsPort()), 16);
      opened.createContext(
          "/metrics",
          exchange -> {
            try (exchange) {
              byte[] body = registry.scrape().getBytes(UTF_8);
              exchange.getResponseHeaders().set("Content-Type", TYPE);
              exchange.sendResponseHeaders(200, body.length);
              exchange.getResponseBody().write(body);
            }
          });
      opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      opened.start();
      server = opened;
    } catch (IOException e) {
      throw new StartFailure(
          "Can't listen for Prometheus on %s:%d: %s"
              .formatted(settings.metricsHost(), settings.metricsPort(), e.getMessage()),
          e);
    }
  }

  @Override
  public void stop() {
    var open = server;
    if (open != null) {
      open.stop(0);
      server = null;
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }
}

package dev.hitlai.health.internal.probe;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorKind;
import dev.hitlai.health.internal.HealthSettings;
import dev.hitlai.platform.SelfCheck;
import dev.hitlai.platform.net.Destinations;
import dev.hitlai.platform.net.Names;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Knows how to look at each kind of target. */
@Component
public class Probes implements Prober {
  private final boolean tenantsMayGoPrivate;
  private final Map<String, SelfCheck> parts;
  private final Names names;

  @Autowired
  Probes(
      HealthSettings settings, @Value("${server.address:}") String listens, List<SelfCheck> parts) {
    this(
        settings.allowPrivateHosts() == null
            ? Destinations.isLoopback(listens)
            : settings.allowPrivateHosts(),
        parts,
        Names.OF_THE_SYSTEM);
  }

  Probes(boolean tenantsMayGoPrivate, List<SelfCheck> parts, Names names) {
    this.names = names;
    this.tenantsMayGoPrivate = tenantsMayGoPrivate;
    this.parts = parts.stream().collect(Collectors.toMap(SelfCheck::part, Function.identity()));
  }

  /** Whether companies may watch what stands on this machine and on private networks. */
  public boolean tenantsMayGoPrivate() {
    return tenantsMayGoPrivate;
  }

  @Override
  public Probed probe(Monitor monitor, Duration timeout) {
    var deadline = new Deadline(timeout);
    // Administrators watch the platform's own network; strangers must not.
    var reach = new Reach(monitor.companyId() == null || tenantsMayGoPrivate, names);
    try {
      return switch (monitor.kind()) {
        case HTTP -> new HttpProbe(monitor, reach, deadline).run();
        case TCP -> tcp(monitor, reach, deadline);
        case DNS -> waited(deadline, dns(monitor, deadline), monitor.kind());
        case INTERNAL -> waited(deadline, part(monitor), monitor.kind());
      };
    } catch (IOException | Destinations.Forbidden | RuntimeException e) {
      return Probed.failed(Sentences.of(e, deadline), deadline.spentMs());
    }
  }

  private static Probed tcp(Monitor monitor, Reach reach, Deadline deadline)
      throws IOException, Destinations.Forbidden {
    var target = URI.create(monitor.target().url());
    try (var connection =
        Connection.open(target.getHost(), target.getPort(), Connection.Tls.NONE, reach, deadline)) {
      return new Probed(
          null,
          null,
          deadline.spentMs(),
          new Phases(connection.dnsMs(), connection.connectMs(), null, null, null),
          null);
    }
  }

  private static java.util.concurrent.Callable<String> dns(Monitor monitor, Deadline deadline)
      throws SocketTimeoutException {
    int left = deadline.leftMs();
    return () -> {
      String complaint = DnsProbe.complaint(monitor, left);
      return complaint == null ? "" : complaint;
    };
  }

  private java.util.concurrent.Callable<String> part(Monitor monitor) {
    String name = monitor.target().url().substring("internal:".length());
    var part = parts.get(name);
    return () -> {
      if (part == null) {
        return "This server has no part called " + name + ".";
      }
      Tenancy.run(Actor.system("self-check"), part::check);
      return "";
    };
  }

  /** Carries out what knows no timeout; its text is a complaint unless it is empty. */
  private static Probed waited(
      Deadline deadline, java.util.concurrent.Callable<String> work, MonitorKind kind)
      throws IOException {
    String complaint;
    try {
      complaint = Lookup.within(deadline, work);
    } catch (ExecutionException e) {
      complaint = Sentences.plain(e.getCause() == null ? e : e.getCause());
    }
    double total = deadline.spentMs();
    var phases = kind == MonitorKind.DNS ? new Phases(total, null, null, null, null) : Phases.NONE;
    return new Probed(complaint.isEmpty() ? null : complaint, null, total, phases, null);
  }
}

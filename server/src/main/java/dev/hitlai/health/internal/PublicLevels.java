package dev.hitlai.health.internal;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.SlaReports;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the platform promised of the parts that everybody may see, whoever asks. */
@Component
public class PublicLevels {
  private static final Actor ACTOR = Actor.system("public service levels");

  private final SlaReports reports;
  private final Monitors monitors;

  PublicLevels(SlaReports reports, Monitors monitors) {
    this.reports = reports;
    this.monitors = monitors;
  }

  /** In no open transaction, since that would belong to somebody who sees less. */
  public List<SlaReports.Line> of(YearMonth month) {
    return Tenancy.as(
        ACTOR,
        () -> {
          var shown =
              monitors.shownPublicly().stream().map(Monitor::id).collect(Collectors.toSet());
          return reports.of(null, month).stream()
              .filter(line -> shown.contains(line.monitorId()))
              .toList();
        });
  }
}

package dev.hitlai.monitoring.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.hitlai.monitoring.internal.limits.LimitOverview;
import dev.hitlai.monitoring.internal.security.Detection;
import dev.hitlai.monitoring.internal.security.SecuritySettings;
import dev.hitlai.monitoring.internal.system.PartProbes;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings and jobs; a job runs on one server at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MonitoringSettings.class, SecuritySettings.class})
class MonitoringConfiguration {
  @Bean
  static RecurringTask<Void> detectIncidents(Detection detection, SecuritySettings settings) {
    return Tasks.recurring("detect-incidents", Schedules.fixedDelay(settings.detectEvery()))
        .execute((task, context) -> detection.run());
  }

  @Bean
  static RecurringTask<Void> probeParts(PartProbes probes) {
    return Tasks.recurring("probe-parts", Schedules.fixedDelay(Duration.ofMinutes(1)))
        .execute((task, context) -> probes.run());
  }

  @Bean
  static RecurringTask<Void> forgetOldStandings(LimitOverview limits) {
    return Tasks.recurring("forget-old-standings", Schedules.fixedDelay(Duration.ofHours(1)))
        .execute((task, context) -> limits.forgetOld());
  }
}

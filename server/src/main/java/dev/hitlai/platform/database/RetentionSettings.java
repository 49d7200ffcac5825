package dev.hitlai.platform.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many days time-series rows are kept, from {@code hitlai.retention.*}; 1 to 3650.
 *
 * @param recordings session recordings and their events
 * @param inference calls of models
 * @param calls API requests
 * @param metrics measured operations and probes of our own parts
 * @param health checks of monitored endpoints
 */
@Validated
@ConfigurationProperties("hitlai.retention")
record RetentionSettings(
    @DefaultValue("90") @Min(1) @Max(3650) int recordings,
    @DefaultValue("365") @Min(1) @Max(3650) int inference,
    @DefaultValue("30") @Min(1) @Max(3650) int calls,
    @DefaultValue("30") @Min(1) @Max(3650) int metrics,
    @DefaultValue("90") @Min(1) @Max(3650) int health) {

  /** The groups of {@code platform.partitioned_tables}. */
  enum Group {
    RECORDINGS,
    INFERENCE,
    CALLS,
    METRICS,
    HEALTH
  }

  int days(Group group) {
    return switch (group) {
      case RECORDINGS -> recordings;
      case INFERENCE -> inference;
      case CALLS -> calls;
      case METRICS -> metrics;
      case HEALTH -> health;
    };
  }
}

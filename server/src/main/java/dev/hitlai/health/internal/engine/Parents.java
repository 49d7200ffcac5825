package dev.hitlai.health.internal.engine;

import dev.hitlai.health.Monitor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of the monitors that others depend on. */
@FunctionalInterface
interface Parents {
  /** A parent that is down or about to be; null when none is. */
  @Nullable UUID failing(Monitor monitor);
}

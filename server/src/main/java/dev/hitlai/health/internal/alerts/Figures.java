package dev.hitlai.health.internal.alerts;

import java.time.Duration;

/** What is known of one monitor at one moment. */
@FunctionalInterface
public interface Figures {
  /** Of the window that ends at that moment. */
  Sums over(Duration window);
}

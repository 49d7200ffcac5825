package dev.hitlai.health.internal.probe;

import dev.hitlai.health.Monitor;
import java.time.Duration;

/** Looks at what a monitor watches. */
public interface Prober {
  /** Returns within the timeout, or hardly later; never throws. */
  Probed probe(Monitor monitor, Duration timeout);
}

package dev.hitlai.models.internal.call;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration time) throws InterruptedException;

  /** The real one. */
  Sleeper REAL = Thread::sleep;
}

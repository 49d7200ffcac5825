package dev.hitlai.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.temporal.ChronoUnit;

/**
 * A route's own limit, counted apart from the 100 requests a minute that everything below {@code
 * /api} shares. It holds across all servers, unless it says otherwise.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimited {
  /** Requests in each period. */
  int value();

  ChronoUnit per() default ChronoUnit.MINUTES;

  /** Count for the address even when the caller is known. */
  boolean byAddress() default false;

  /** Count in memory, each server for itself: for what comes too often to be counted elsewhere. */
  boolean perServer() default false;
}

package dev.hitlai.models.internal.call;

import org.jspecify.annotations.Nullable;

/** Keeps calls away from what is broken. */
public interface Breakers {

  /** Whether a call may be made; one that is admitted while a breaker is half open is the trial. */
  boolean admits(Target target);

  /**
   * What came of an admitted call.
   *
   * @param error what speaks against the provider; null when nothing does
   */
  void report(Target target, @Nullable String error);
}

package dev.hitlai.models.internal.call;

import dev.hitlai.platform.AiPermit;
import org.jspecify.annotations.Nullable;

/** Where nobody can stop AI but by ending the program. */
public final class Unstoppable implements AiPermit {
  @Override
  public @Nullable String stopped() {
    return null;
  }

  @Override
  public AutoCloseable onStop(Runnable action) {
    return () -> {};
  }
}

package dev.hitlai.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the roster row of an account; the module that owns the roster offers a bean of it. */
public interface TesterIds {
  /** Null when the person is on no roster. */
  @Nullable UUID of(UUID userId);
}

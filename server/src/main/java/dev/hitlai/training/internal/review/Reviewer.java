package dev.hitlai.training.internal.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who reviews.
 *
 * @param testerId null for an administrator
 * @param expert whether they may decide between others
 */
public record Reviewer(UUID userId, @Nullable UUID testerId, boolean expert) {
  public boolean admin() {
    return testerId == null;
  }
}

package dev.hitlai.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a company may use a feature. The module that counts completed tests answers; whoever
 * offers a feature asks, on the server, before it does anything.
 */
public interface FeatureGate {

  /**
   * Where a company stands before a feature.
   *
   * @param open whether it may be used
   * @param completed tests of the company up to now
   * @param estimated when it will open at the pace of the last 30 days; null when it is open or
   *     nothing was tested in that time
   */
  record Standing(FeatureKey feature, boolean open, int completed, @Nullable LocalDate estimated) {
    public int missing() {
      return open ? 0 : Math.max(0, feature.tests() - completed);
    }
  }

  Standing standing(UUID companyId, FeatureKey feature);

  default boolean isOpen(UUID companyId, FeatureKey feature) {
    return standing(companyId, feature).open();
  }

  /**
   * @throws FeatureLocked when the company may not use it yet
   */
  default void require(UUID companyId, FeatureKey feature) {
    var standing = standing(companyId, feature);
    if (!standing.open()) {
      throw new FeatureLocked(standing);
    }
  }
}

package dev.hitlai.health.internal.maintenance;

import java.time.Instant;
import java.util.UUID;

/**
 * Something about planned work that subscribers should hear of. Published in the transaction of the
 * fact and handled after it, because there may be thousands of them.
 *
 * @param at tells two facts of a kind apart
 */
public record MaintenanceTold(UUID windowId, Kind kind, Instant at) {
  public enum Kind {
    ANNOUNCED,
    CHANGED,
    REMINDED,
    BEGUN,
    ENDED,
    CANCELLED
  }
}

package dev.hitlai.health.internal.incidents;

import java.util.UUID;

/**
 * Something about a public incident that subscribers should hear of. Published in the transaction
 * of the fact and handled after it, because there may be thousands of them.
 *
 * @param updateId what was said; the same fact has the same
 */
public record IncidentTold(UUID incidentId, UUID updateId, Kind kind) {
  public enum Kind {
    OPENED,
    UPDATED,
    RESOLVED
  }
}

package dev.hitlai.health.internal.subscriptions;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to hear of, as they entered it; exactly one of the two targets is given.
 *
 * @param monitorIds of public monitors; empty means all
 * @param minSeverity critical, major, minor or maintenance
 */
public record SubscriptionWish(
    @Nullable String email,
    @Nullable String webhookUrl,
    List<UUID> monitorIds,
    boolean incidents,
    boolean maintenance,
    boolean resolution,
    String minSeverity) {

  /** To everything by mail, as most people want it. */
  public static SubscriptionWish everything(String email) {
    return new SubscriptionWish(email, null, List.of(), true, true, true, "minor");
  }
}

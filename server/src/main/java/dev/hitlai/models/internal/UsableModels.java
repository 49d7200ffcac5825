package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.MODEL_VERSIONS;
import static dev.hitlai.models.internal.jooq.Tables.PROVIDERS;

import dev.hitlai.testers.BuiltInEngine;
import dev.hitlai.testers.ModelAvailability;
import dev.hitlai.testers.PlatformPhase;
import dev.hitlai.testers.PricedItem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The built-in engine can always test; a model where a version of it is registered and can be
 * called.
 */
@Component
class UsableModels implements ModelAvailability {
  private static final int SELF_HOSTED_FROM = 3;
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final DSLContext sql;
  private final Providers providers;
  private final PlatformPhase phase;
  private final Books books;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final ReentrantLock looking = new ReentrantLock();

  UsableModels(DSLContext sql, Providers providers, @Lazy PlatformPhase phase, Books books) {
    this.sql = sql;
    this.providers = providers;
    this.phase = phase;
    this.books = books;
  }

  /**
   * Whoever picks a tester asks, also companies, who don't see the registry: what is known for a
   * second is told from memory, and one thread at a time looks anew.
   */
  @Override
  public Optional<String> obstacle(String provider, String version) {
    var old = known.get(provider + ' ' + version);
    if (old != null && System.nanoTime() - old.at() < FRESH.toNanos()) {
      return old.obstacle();
    }
    if (old != null && !looking.tryLock()) {
      return old.obstacle();
    }
    try {
      var now = new Known(books.in(() -> now(provider, version)), System.nanoTime());
      known.put(provider + ' ' + version, now);
      return now.obstacle();
    } finally {
      if (looking.isHeldByCurrentThread()) {
        looking.unlock();
      }
    }
  }

  private record Known(Optional<String> obstacle, long at) {}

  /** The same, looked up by somebody who sees the registry. */
  Optional<String> now(String provider, String version) {
    if (provider.equals(BuiltInEngine.PROVIDER)) {
      return version.equals(BuiltInEngine.VERSION)
          ? Optional.empty()
          : Optional.of("This version doesn't run on this server.");
    }
    var row =
        sql.select()
            .from(MODEL_VERSIONS)
            .join(PROVIDERS)
            .on(PROVIDERS.ID.eq(MODEL_VERSIONS.PROVIDER_ID))
            .where(MODEL_VERSIONS.TESTER.eq(provider))
            .and(MODEL_VERSIONS.VERSION_KEY.eq(version))
            .and(MODEL_VERSIONS.IS_ENABLED)
            .fetchOptional();
    if (row.isEmpty()) {
      return Optional.of(missing(provider));
    }
    var found = row.get().into(MODEL_VERSIONS);
    if (found.getOutOfRoutingSince() != null) {
      return Optional.of("It was taken out of routing: " + found.getOutOfRoutingReason());
    }
    if (found.getTier().equals("self_hosted") && phase.current() < SELF_HOSTED_FROM) {
      return Optional.of("Models on our own machines open in phase 3 of the platform.");
    }
    return Optional.ofNullable(providers.obstacle(row.get().into(PROVIDERS)));
  }

  private static String missing(String provider) {
    boolean foreign =
        PricedItem.of(provider)
            .filter(item -> item.category().equals("ai_third_party"))
            .isPresent();
    return foreign
        ? "No model key is set up on this server."
        : "No machine with this model is set up for this server.";
  }
}

package dev.hitlai.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Token buckets in the database, so that a limit holds across all servers. */
@Component
public class RateLimits {
  private static final int SWEEP = 1000;
  private static final int MOST_HERE = 100_000;

  private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

  private final List<LimitObserver> observers;
  private final ConcurrentHashMap<String, Bucket> here = new ConcurrentHashMap<>();
  private final TimeMeter meter;

  RateLimits(DataSource database, Clock clock, List<LimitObserver> observers) {
    this.observers = observers;
    this.meter = meter(clock);
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("platform.rate_limit_buckets")
            .clientClock(meter)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofMinutes(1)))
            .build();
  }

  /**
   * How a caller stands after asking.
   *
   * @param remaining requests left right now
   * @param reset until the whole limit is there again
   * @param delay until the next request is let in; zero when this one was
   */
  public record Standing(
      boolean allowed, Limit limit, long remaining, Duration reset, Duration delay) {

    /** Seconds to wait, rounded up. */
    public long waitSeconds() {
      return delay.plusMillis(999).toSeconds();
    }
  }

  /** Takes one from the bucket of that name, which begins with what is limited. */
  public Standing take(String name, Limit limit) {
    return take(name, limit, name.contains("|") ? name.substring(0, name.indexOf('|')) : name);
  }

  /** The same, saying what is limited for those who look at it. */
  Standing take(String name, Limit limit, String endpoint) {
    Standing standing = take(limit, name);
    observers.forEach(observer -> observer.counted(name, endpoint, standing));
    return standing;
  }

  /** Takes one from a bucket that this server alone knows. */
  Standing takeHere(String name, Limit limit) {
    if (here.size() >= MOST_HERE) {
      here.clear();
    }
    var bucket =
        here.computeIfAbsent(
            name,
            made ->
                Bucket.builder()
                    .addLimit(
                        bandwidth ->
                            bandwidth
                                .capacity(limit.amount())
                                .refillGreedy(limit.amount(), limit.period()))
                    .withCustomTimePrecision(meter)
                    .build());
    return standing(limit, bucket.tryConsumeAndReturnRemaining(1));
  }

  /** Gives a caller the whole limit back at once, on all servers. */
  public void forgive(String name) {
    buckets.removeProxy(name);
  }

  private Standing take(Limit limit, String name) {
    var bucket = buckets.getProxy(name, () -> configuration(limit));
    return standing(limit, bucket.tryConsumeAndReturnRemaining(1));
  }

  private static Standing standing(Limit limit, ConsumptionProbe probe) {
    return new Standing(
        probe.isConsumed(),
        limit,
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForReset()),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Takes one or refuses with the time to wait. */
  public void require(String name, Limit limit) {
    Standing standing = take(name, limit);
    if (!standing.allowed()) {
      throw refusal(standing);
    }
  }

  /** What someone over the limit is told. */
  public static ApiProblem refusal(Standing standing) {
    long seconds = Math.max(1, standing.waitSeconds());
    return new ApiProblem(
        ErrorCode.RATE_LIMIT_EXCEEDED,
        "Too many requests; try again in %d s.".formatted(seconds),
        Map.of("retryAfterSeconds", seconds, "limit", standing.limit().amount()));
  }

  /** Drops buckets that are full again. */
  public int sweep() {
    return buckets.removeExpired(SWEEP);
  }

  private static BucketConfiguration configuration(Limit limit) {
    return BucketConfiguration.builder()
        .addLimit(
            bandwidth ->
                bandwidth
                    .capacity(limit.amount())
                    .refillGreedy(limit.amount(), limit.period())
                    .id(limit.amount() + "/" + limit.period()))
        .build();
  }

  private static TimeMeter meter(Clock clock) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return Math.multiplyExact(clock.millis(), 1_000_000L);
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }
}

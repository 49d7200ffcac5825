package dev.hitlai.monitoring.internal.limits;

import static dev.hitlai.monitoring.internal.jooq.Tables.API_RATE_LIMITS;

import dev.hitlai.api.LimitObserver;
import dev.hitlai.api.RateLimits;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.monitoring.internal.Batches;
import dev.hitlai.monitoring.internal.Gathered;
import dev.hitlai.monitoring.internal.security.SignalKind;
import dev.hitlai.monitoring.internal.security.Signals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Adds up what limits counted and writes it beside what other servers counted. The limits
 * themselves live in their buckets; this is what people see of them.
 */
@Component
class Standings implements LimitObserver, Gathered {
  private static final int MOST = 50_000;

  private final ConcurrentHashMap<Place, Count> counts = new ConcurrentHashMap<>();
  private final Signals signals;
  private final DSLContext sql;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Counter refusals;

  Standings(
      Signals signals,
      DSLContext sql,
      TransactionOperations transactions,
      Clock clock,
      MeterRegistry meters) {
    this.signals = signals;
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
    refusals =
        Counter.builder("hitlai.limits.refused")
            .description("Requests refused because a caller was over a limit")
            .register(meters);
  }

  private record Place(String bucket, long window) {}

  private record Count(
      Place place,
      String endpoint,
      Subject subject,
      RateLimits.Standing last,
      int requests,
      int refused,
      @Nullable Instant blockedUntil) {
    Count and(Count more) {
      return new Count(
          place,
          endpoint,
          subject,
          more.last(),
          requests + more.requests(),
          refused + more.refused(),
          more.blockedUntil() == null ? blockedUntil : more.blockedUntil());
    }
  }

  /** Whom a bucket counts for. */
  record Subject(@Nullable UUID user, @Nullable UUID company, @Nullable String address) {}

  @Override
  public void counted(String bucket, String endpoint, RateLimits.Standing standing) {
    // A bucket for an e-mail would bring the e-mail into a table that administrators read.
    if (bucket.indexOf('@') >= 0) {
      return;
    }
    Instant now = clock.instant();
    long seconds = Math.max(60, standing.limit().period().toSeconds());
    var place = new Place(bucket, Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    boolean refused = !standing.allowed();
    var one =
        new Count(
            place,
            endpoint,
            subject(bucket),
            standing,
            1,
            refused ? 1 : 0,
            refused ? now.plus(standing.delay()) : null);
    if (counts.size() < MOST || counts.containsKey(place)) {
      counts.merge(place, one, Count::and);
    }
    if (refused) {
      refusals.increment();
      signals.add(
          SignalKind.RATE_LIMITED,
          caller(bucket, one.subject()),
          one.subject().user(),
          one.subject().company(),
          one.subject().address(),
          endpoint);
    }
  }

  private static String caller(String bucket, Subject subject) {
    String address = subject.address();
    return address != null ? "address:" + address : bucket.substring(bucket.indexOf('|') + 1);
  }

  private static Subject subject(String bucket) {
    String who = bucket.substring(bucket.lastIndexOf('|') + 1);
    String bare = who.startsWith("address:") ? who.substring("address:".length()) : who;
    try {
      java.net.InetAddress.ofLiteral(bare);
      return new Subject(null, null, bare);
    } catch (IllegalArgumentException notAnAddress) {
      var authentication = SecurityContextHolder.getContext().getAuthentication();
      return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
          ? new Subject(user.userId(), user.companyId(), null)
          : new Subject(null, null, null);
    }
  }

  @Override
  public void write(boolean last) {
    var taken = new ArrayList<Count>();
    for (var place : List.copyOf(counts.keySet())) {
      Count count = counts.remove(place);
      if (count != null) {
        taken.add(count);
      }
    }
    // The same order on all servers, so that none waits for another in a circle.
    taken.sort(
        Comparator.comparing((Count count) -> count.place().bucket())
            .thenComparing(count -> count.place().window()));
    try {
      Batches.insert(transactions, taken, this::insert);
    } catch (RuntimeException e) {
      taken.forEach(count -> counts.merge(count.place(), count, (now, before) -> before.and(now)));
      throw e;
    }
  }

  private void insert(List<Count> taken) {
    for (Count count : taken) {
      var limit = count.last().limit();
      long seconds = Math.max(60, limit.period().toSeconds());
      Instant start = Instant.ofEpochSecond(count.place().window());
      var t = API_RATE_LIMITS;
      sql.insertInto(t)
          .set(t.BUCKET, count.place().bucket())
          .set(t.ENDPOINT, count.endpoint())
          .set(t.USER_ID, count.subject().user())
          .set(t.COMPANY_ID, count.subject().company())
          .set(t.IP_ADDRESS, count.subject().address())
          .set(t.REQUEST_COUNT, count.requests())
          .set(t.REFUSED_COUNT, count.refused())
          .set(t.WINDOW_START, start)
          .set(t.WINDOW_END, start.plusSeconds(seconds))
          .set(t.MAX_REQUESTS, limit.amount())
          .set(t.WINDOW_MINUTES, (int) (seconds / 60))
          .set(t.IS_BLOCKED, count.blockedUntil() != null)
          .set(t.BLOCKED_UNTIL, count.blockedUntil())
          .onConflict(t.BUCKET, t.WINDOW_START)
          .doUpdate()
          .set(t.REQUEST_COUNT, t.REQUEST_COUNT.plus(count.requests()))
          .set(t.REFUSED_COUNT, t.REFUSED_COUNT.plus(count.refused()))
          .set(
              t.IS_BLOCKED,
              DSL.field(t.IS_BLOCKED.isTrue().or(DSL.excluded(t.IS_BLOCKED).isTrue())))
          .set(t.BLOCKED_UNTIL, DSL.greatest(t.BLOCKED_UNTIL, DSL.excluded(t.BLOCKED_UNTIL)))
          .execute();
    }
  }
}

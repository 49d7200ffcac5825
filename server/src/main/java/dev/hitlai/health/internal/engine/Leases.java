package dev.hitlai.health.internal.engine;

import static dev.hitlai.health.internal.jooq.Tables.CHECK_SERVERS;
import static dev.hitlai.health.internal.jooq.Tables.CHECK_SHARES;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who checks which share of the monitors. A lease is written a few times a second at most, whatever
 * the number of monitors; a check costs no write of its own to be claimed.
 */
@Component
class Leases {
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final DSLContext sql;

  Leases(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * What a server holds.
   *
   * @param servers that are alive, this one with them
   * @param until when the lease ends unless it is renewed
   */
  record Held(Set<Integer> shares, int servers, Instant until) {
    static final Held NOTHING = new Held(Set.of(), 0, Instant.EPOCH);

    /** Whether to check: nobody else may have taken over since. */
    boolean isGood(Instant now) {
      return !shares.isEmpty() && (now.isBefore(until) || servers == 1);
    }
  }

  /**
   * Says that this server lives, gives back what is more than its part, takes what is free.
   *
   * @param letGo told of each share before others can take it
   */
  @Transactional
  public Held renew(String server, Instant now, Duration lease, IntConsumer letGo) {
    makeShares();
    announce(server, now);
    int alive = sql.fetchCount(CHECK_SERVERS, CHECK_SERVERS.SEEN_AT.gt(now.minus(lease)));
    int fair = (Grid.SHARES + alive - 1) / Math.max(1, alive);
    var mine =
        new TreeSet<Integer>(
            sql.update(CHECK_SHARES)
                .set(CHECK_SHARES.LEASED_UNTIL, now.plus(lease))
                .where(CHECK_SHARES.HOLDER.eq(server))
                .returning(CHECK_SHARES.SHARE)
                .fetch(CHECK_SHARES.SHARE));
    while (mine.size() > fair) {
      int share = mine.removeLast();
      letGo.accept(share);
      giveBack(server, share);
    }
    if (mine.size() < fair) {
      mine.addAll(takeFree(server, fair - mine.size(), now, now.plus(lease)));
    }
    return new Held(Set.copyOf(mine), alive, now.plus(lease));
  }

  /** Gives everything back when a server goes, so that the others need not wait. */
  @Transactional
  public void leave(String server) {
    sql.update(CHECK_SHARES)
        .setNull(CHECK_SHARES.HOLDER)
        .setNull(CHECK_SHARES.LEASED_UNTIL)
        .where(CHECK_SHARES.HOLDER.eq(server))
        .execute();
    sql.deleteFrom(CHECK_SERVERS).where(CHECK_SERVERS.NAME.eq(server)).execute();
  }

  private void makeShares() {
    if (sql.fetchCount(CHECK_SHARES) < Grid.SHARES) {
      IntStream.range(0, Grid.SHARES)
          .forEach(
              share ->
                  sql.insertInto(CHECK_SHARES)
                      .set(CHECK_SHARES.SHARE, share)
                      .onConflictDoNothing()
                      .execute());
    }
  }

  private void announce(String server, Instant now) {
    sql.insertInto(CHECK_SERVERS)
        .set(CHECK_SERVERS.NAME, server)
        .set(CHECK_SERVERS.SEEN_AT, now)
        .onConflict(CHECK_SERVERS.NAME)
        .doUpdate()
        .set(CHECK_SERVERS.SEEN_AT, now)
        .execute();
    sql.deleteFrom(CHECK_SERVERS).where(CHECK_SERVERS.SEEN_AT.lt(now.minus(FORGOTTEN))).execute();
  }

  private void giveBack(String server, int share) {
    sql.update(CHECK_SHARES)
        .setNull(CHECK_SHARES.HOLDER)
        .setNull(CHECK_SHARES.LEASED_UNTIL)
        .where(CHECK_SHARES.SHARE.eq(share))
        .and(CHECK_SHARES.HOLDER.eq(server))
        .execute();
  }

  private Set<Integer> takeFree(String server, int count, Instant now, Instant until) {
    var free =
        sql.select(CHECK_SHARES.ID)
            .from(CHECK_SHARES)
            .where(CHECK_SHARES.HOLDER.isNull().or(CHECK_SHARES.LEASED_UNTIL.le(now)))
            .orderBy(CHECK_SHARES.SHARE)
            .limit(count)
            .forUpdate()
            .skipLocked()
            .fetch(CHECK_SHARES.ID);
    return Set.copyOf(
        sql.update(CHECK_SHARES)
            .set(CHECK_SHARES.HOLDER, server)
            .set(CHECK_SHARES.LEASED_UNTIL, until)
            .set(CHECK_SHARES.TERM, CHECK_SHARES.TERM.plus(1))
            .where(CHECK_SHARES.ID.in(free))
            .returning(CHECK_SHARES.SHARE)
            .fetch(CHECK_SHARES.SHARE));
  }
}

package dev.hitlai.recording.internal.sessions;

import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_SESSIONS;
import static dev.hitlai.recording.internal.jooq.Tables.SESSION_PLACES;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.recording.internal.bots.BotAnalysis;
import dev.hitlai.recording.internal.keys.RunKeys;
import dev.hitlai.recording.internal.signals.SignalSettings;
import dev.hitlai.recording.internal.signals.SignalStore;
import dev.hitlai.recording.internal.signals.Signals;
import dev.hitlai.recording.internal.signals.StoryReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Follows sessions from their first batch to their end: adds up what came, ends what is silent,
 * draws conclusions, packs the replay, and lets go of what is too old.
 */
@Component
public class SessionLife {
  private static final Logger LOG = LoggerFactory.getLogger(SessionLife.class);

  /** How far the first look of a server goes back: batches that came while none was running. */
  private static final Duration FIRST_LOOK = Duration.ofDays(2);

  private static final Duration COMMIT_SKEW = Duration.ofMinutes(1);
  private static final int MOST_AT_ONCE = 200;

  /** A session that has new batches after its end is open again, and is looked at anew. */
  private static final String ADD_UP =
      """
      with touched as (
        select distinct recording_session_id as id, recording_session_created_at as at from recording.recording_batches where created_at >= ?::timestamptz),
      sums as (
        select t.id, t.at, count(*) as batches, max(b.sequence) as last_sequence, sum(b.event_count) as events, sum(b.click_count) as clicks,
          sum(b.error_count) as errors, sum(b.size_bytes) as bytes, max(b.last_event_ms) as last_ms,
          count(distinct b.page_performance_id) as pages
        from touched t join recording.recording_batches b on b.recording_session_id = t.id group by t.id, t.at)
      update recording.recording_sessions s set batch_count = sums.batches, last_sequence = sums.last_sequence, event_count = sums.events,
        click_count = sums.clicks, error_count = sums.errors, size_bytes = sums.bytes, page_count = sums.pages,
        last_event_at = to_timestamp(sums.last_ms / 1000.0), ended_at = null, analysed_at = null
      from sums where s.id = sums.id and s.created_at = sums.at and s.batch_count <> sums.batches\
      """;

  private final DSLContext sql;
  private final TransactionOperations transactions;
  private final StoryReader stories;
  private final SignalStore signals;
  private final BotAnalysis bots;
  private final ReplayPacking replays;
  private final Forgetting forgetting;
  private final RunKeys runKeys;
  private final SignalSettings settings;

  /** After so many days whole partitions go; the files of their sessions must be gone before. */
  private final int platformDays;

  private final Clock clock;
  private volatile Instant addedUpTo;

  SessionLife(
      DSLContext sql,
      TransactionOperations transactions,
      StoryReader stories,
      SignalStore signals,
      BotAnalysis bots,
      ReplayPacking replays,
      Forgetting forgetting,
      RunKeys runKeys,
      SignalSettings settings,
      @Value("${hitlai.retention.recordings:90}") int platformDays,
      Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.stories = stories;
    this.signals = signals;
    this.bots = bots;
    this.replays = replays;
    this.forgetting = forgetting;
    this.runKeys = runKeys;
    this.settings = settings;
    this.platformDays = platformDays;
    this.clock = clock;
    this.addedUpTo = Instant.EPOCH;
  }

  /** Adds up the batches of sessions that had some lately. */
  public void addUp() {
    Instant now = clock.instant();
    Instant earliest = now.minus(FIRST_LOOK);
    // A clock that was put back must not hide what comes now.
    Instant last = addedUpTo.isAfter(now) ? now : addedUpTo;
    Instant since = last.isBefore(earliest) ? earliest : last.minus(COMMIT_SKEW);
    as(() -> transactions.executeWithoutResult(status -> sql.execute(ADD_UP, since)));
    addedUpTo = now;
  }

  /** Ends sessions that have been silent for long. */
  public void endIdle() {
    Instant silent = clock.instant().minus(settings.idle());
    as(
        () ->
            transactions.executeWithoutResult(
                status ->
                    sql.update(RECORDING_SESSIONS)
                        .set(RECORDING_SESSIONS.ENDED_AT, RECORDING_SESSIONS.LAST_EVENT_AT)
                        .where(RECORDING_SESSIONS.ENDED_AT.isNull())
                        .and(RECORDING_SESSIONS.LAST_EVENT_AT.lt(silent))
                        .execute()));
  }

  /** Ends the sessions of a run that is over; no more is to come. */
  public void endOf(UUID testRunId) {
    addUp();
    as(
        () ->
            transactions.executeWithoutResult(
                status ->
                    sql.update(RECORDING_SESSIONS)
                        .set(RECORDING_SESSIONS.ENDED_AT, RECORDING_SESSIONS.LAST_EVENT_AT)
                        .where(RECORDING_SESSIONS.TEST_RUN_ID.eq(testRunId))
                        .and(RECORDING_SESSIONS.ENDED_AT.isNull())
                        .execute()));
  }

  /** Draws conclusions from sessions that are over; returns of how many. */
  public int analyse() {
    var waiting = as(this::waiting);
    for (UUID session : waiting) {
      try {
        as(() -> transactions.executeWithoutResult(status -> analyse(session)));
      } catch (RuntimeException e) {
        LOG.error("Session {} couldn't be analysed and is left as it is", session, e);
        // Tried again it would fail again, and those behind it would wait for ever.
        as(() -> transactions.executeWithoutResult(status -> done(session)));
      }
    }
    return waiting.size();
  }

  private List<UUID> waiting() {
    return transactions.execute(
        status ->
            sql.select(RECORDING_SESSIONS.ID)
                .from(RECORDING_SESSIONS)
                .where(RECORDING_SESSIONS.ENDED_AT.isNotNull())
                .and(RECORDING_SESSIONS.ANALYSED_AT.isNull())
                .orderBy(RECORDING_SESSIONS.ENDED_AT)
                .limit(MOST_AT_ONCE)
                .fetch(RECORDING_SESSIONS.ID));
  }

  private void analyse(UUID id) {
    var session =
        sql.selectFrom(RECORDING_SESSIONS)
            .where(RECORDING_SESSIONS.ID.eq(id))
            .and(RECORDING_SESSIONS.ANALYSED_AT.isNull())
            .forUpdate()
            .skipLocked()
            .fetchOne();
    if (session == null) {
      return;
    }
    stories
        .read(id)
        .ifPresent(
            story -> {
              signals.store(session, story, Signals.of(story, settings));
              bots.look(session, story);
            });
    replays.pack(session);
    done(id);
  }

  private void done(UUID id) {
    sql.update(RECORDING_SESSIONS)
        .set(RECORDING_SESSIONS.ANALYSED_AT, clock.instant())
        .where(RECORDING_SESSIONS.ID.eq(id))
        .execute();
  }

  /** Lets go of sessions that are older than their company keeps them. */
  public void letGo() {
    var old =
        as(
            () ->
                transactions.execute(
                    status ->
                        sql.fetch(
                                """
                                select p.id from recording.session_places p
                                left join recording.recording_settings s on s.company_id = p.company_id
                                where p.session_created_at < ?::timestamptz - make_interval(days => least(coalesce(s.retention_days, 30), ?))
                                limit 2000\
                                """,
                                clock.instant(),
                                platformDays - 1)
                            .into(UUID.class)));
    for (UUID session : old) {
      as(
          () ->
              transactions.executeWithoutResult(
                  status -> {
                    forgetting.erase(session);
                    sql.deleteFrom(SESSION_PLACES).where(SESSION_PLACES.ID.eq(session)).execute();
                  }));
    }
    int keys = as(runKeys::sweep);
    if (!old.isEmpty() || keys > 0) {
      LOG.info("Let go of {} recordings past retention and {} keys of runs", old.size(), keys);
    }
  }

  private static void as(Runnable work) {
    as(
        () -> {
          work.run();
          return true;
        });
  }

  /** Jobs and listeners see everything already, and may stand in a transaction of their own. */
  private static <T> T as(java.util.function.Supplier<T> work) {
    return Tenancy.current().seesEverything()
        ? work.get()
        : Tenancy.as(Actor.system("recordings"), work::get);
  }
}

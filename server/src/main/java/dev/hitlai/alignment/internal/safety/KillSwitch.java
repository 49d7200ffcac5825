package dev.hitlai.alignment.internal.safety;

import static dev.hitlai.alignment.internal.jooq.Tables.AI_STOPS;

import dev.hitlai.platform.AiPermit;
import dev.hitlai.platform.database.ServerSignals;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether AI may act, as this server knows it: told at once by the database, and asked for every
 * second in case a signal was lost. A server that can't ask for longer lets no AI act.
 */
@Component
class KillSwitch implements AiPermit, DisposableBean {
  static final String CHANNEL = "hitlai_ai";

  /** Longer than a short hiccup of the database, short enough to be safe. */
  private static final long BLIND_NANOS = TimeUnit.SECONDS.toNanos(15);

  private static final Logger LOG = LoggerFactory.getLogger(KillSwitch.class);

  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService poll =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("kill-switch").daemon().factory());
  private volatile @Nullable String reason;
  private volatile long asked = System.nanoTime();

  KillSwitch(DSLContext sql, TransactionTemplate transactions, ServerSignals signals) {
    this.sql = sql;
    this.transactions = transactions;
    look();
    signals.listen(CHANNEL, this::look);
    poll.scheduleWithFixedDelay(this::lookQuietly, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public @Nullable String stopped() {
    var known = reason;
    if (known == null && System.nanoTime() - asked > BLIND_NANOS) {
      return "The database can't be asked whether AI may act.";
    }
    return known;
  }

  @Override
  public AutoCloseable onStop(Runnable action) {
    actions.add(action);
    return () -> actions.remove(action);
  }

  private void lookQuietly() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("The switch that stops AI can't be read: {}", e.getMessage());
    }
  }

  /** Reads the switch; whoever finds it newly thrown runs what has to end. */
  final synchronized void look() {
    var before = reason;
    reason =
        Tenancy.as(
            Actor.system("kill switch"),
            () ->
                transactions.execute(
                    _ ->
                        sql.select(AI_STOPS.REASON)
                            .from(AI_STOPS)
                            .where(AI_STOPS.LIFTED_AT.isNull())
                            .fetchOne(AI_STOPS.REASON)));
    asked = System.nanoTime();
    if (before == null && reason != null) {
      LOG.warn("All AI is stopped: {}", reason);
      actions.forEach(action -> Thread.ofPlatform().name("ai-stop").daemon().start(action));
    } else if (before != null && reason == null) {
      LOG.warn("AI may act again.");
    }
  }

  @Override
  public void destroy() {
    poll.shutdownNow();
  }
}

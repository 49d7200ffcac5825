package dev.hitlai.monitoring.internal.calls;

import static dev.hitlai.monitoring.internal.jooq.Tables.API_CALL_LOGS;

import dev.hitlai.monitoring.internal.Batches;
import dev.hitlai.monitoring.internal.Gathered;
import dev.hitlai.monitoring.internal.MonitoringSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Requests on their way into the log. Nobody waits for room in it: when it is full, the newest is
 * dropped and counted.
 */
@Component
public class CallQueue implements Gathered {
  private static final int BATCH = 500;
  private static final int TRIES = 5;

  private final DSLContext sql;
  private final TransactionOperations transactions;
  private final ArrayBlockingQueue<Call> waiting;
  private final List<Call> batch = new ArrayList<>(BATCH);
  private final Counter dropped;
  private final Counter written;
  private final Counter sampledOut;
  private int tries;

  CallQueue(
      DSLContext sql,
      TransactionOperations transactions,
      MonitoringSettings settings,
      MeterRegistry meters) {
    this.sql = sql;
    this.transactions = transactions;
    waiting = new ArrayBlockingQueue<>(settings.queue());
    Gauge.builder("hitlai.calls.waiting", waiting, ArrayBlockingQueue::size)
        .description("API requests that wait to be written into the log")
        .register(meters);
    dropped =
        Counter.builder("hitlai.calls.dropped")
            .description("API requests that are missing in the log")
            .register(meters);
    written =
        Counter.builder("hitlai.calls.written")
            .description("API requests written into the log")
            .register(meters);
    sampledOut =
        Counter.builder("hitlai.calls.sampled.out")
            .description("API requests left out of the log because their route was too busy")
            .register(meters);
  }

  /**
   * How the log does on this server, since its start.
   *
   * @param dropped lost because the queue was full or the database refused them
   * @param sampledOut left out on purpose
   */
  public record State(long written, long waiting, long dropped, long sampledOut) {}

  public State state() {
    return new State(
        (long) written.count(), waiting.size(), (long) dropped.count(), (long) sampledOut.count());
  }

  void add(Call call) {
    if (!waiting.offer(call)) {
      dropped.increment();
    }
  }

  void leaveOut() {
    sampledOut.increment();
  }

  @Override
  public void write(boolean last) {
    while (true) {
      // What could not be written the last time comes first.
      waiting.drainTo(batch, BATCH - batch.size());
      if (batch.isEmpty()) {
        return;
      }
      writeBatch();
    }
  }

  private void writeBatch() {
    try {
      int lost = Batches.insert(transactions, batch, this::insert);
      dropped.increment(lost);
      written.increment(batch.size() - lost);
    } catch (RuntimeException e) {
      if (++tries < TRIES) {
        throw e;
      }
      dropped.increment(batch.size());
    }
    batch.clear();
    tries = 0;
  }

  private void insert(List<Call> calls) {
    var log = API_CALL_LOGS;
    var rows =
        sql.insertInto(log)
            .columns(
                log.ID,
                log.CREATED_AT,
                log.METHOD,
                log.ENDPOINT,
                log.PATH,
                log.QUERY_PARAMS,
                log.USER_ID,
                log.COMPANY_ID,
                log.IP_ADDRESS,
                log.USER_AGENT,
                log.REQUEST_BODY,
                log.RESPONSE_STATUS,
                log.RESPONSE_BODY,
                log.DURATION_MS,
                log.AUTH_METHOD,
                log.RATE_LIMITED,
                log.ERROR_OCCURRED,
                log.ERROR_MESSAGE);
    for (Call call : calls) {
      rows =
          rows.values(
              call.id(),
              call.at(),
              call.method(),
              call.endpoint(),
              call.path(),
              call.query() == null ? null : JSONB.valueOf(call.query()),
              call.userId(),
              call.companyId(),
              call.address(),
              call.agent(),
              call.requestBody(),
              call.status(),
              call.responseBody(),
              BigDecimal.valueOf(call.took().toNanos() / 1e6).setScale(3, RoundingMode.HALF_UP),
              call.auth(),
              call.status() == 429,
              call.status() >= 400,
              call.error());
    }
    rows.execute();
  }
}

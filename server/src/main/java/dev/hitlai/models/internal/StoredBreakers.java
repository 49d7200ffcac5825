package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.CIRCUIT_BREAKERS;
import static dev.hitlai.models.internal.jooq.Tables.CIRCUIT_BREAKER_EVENTS;

import dev.hitlai.models.internal.call.Breaker;
import dev.hitlai.models.internal.call.Breaker.State;
import dev.hitlai.models.internal.call.Breakers;
import dev.hitlai.models.internal.call.Target;
import dev.hitlai.models.internal.jooq.tables.records.CircuitBreakersRecord;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Breakers that all servers share: one row each, changed under its lock, every change an event. */
@Component
public class StoredBreakers implements Breakers {
  private static final int THRESHOLD = 5;

  private final DSLContext sql;
  private final Books books;
  private final Clock clock;

  StoredBreakers(DSLContext sql, Books books, Clock clock) {
    this.sql = sql;
    this.books = books;
    this.clock = clock;
  }

  @Override
  public boolean admits(Target target) {
    return books.in(
        () -> {
          var row = find(target);
          if (row == null || read(row).state() == State.CLOSED) {
            return true;
          }
          row = locked(target);
          var now = read(row);
          if (!now.admits(clock.instant())) {
            row.setRejected(row.getRejected() + 1);
            row.store();
            return false;
          }
          change(row, now, now.tried(clock.instant()), null);
          return true;
        });
  }

  @Override
  public void report(Target target, @Nullable String error) {
    books.run(
        () -> {
          var row = find(target);
          boolean calm = row == null || row.getOutcomes() == 0 && read(row).state() == State.CLOSED;
          if (error == null && calm) {
            return; // Nothing to forget: the usual case costs no write.
          }
          row = locked(target);
          var now = read(row);
          change(row, now, error == null ? now.succeeded() : now.failed(clock.instant()), error);
        });
  }

  /** Opens a model's breaker whatever its calls say. */
  public void open(String provider, String version, String reason) {
    books.run(
        () -> {
          var row = locked(provider, version);
          var now = read(row);
          change(row, now, now.opened(clock.instant()), reason);
        });
  }

  /** Lets calls through again at once. */
  public void close(String provider, String version, String reason) {
    books.run(
        () -> {
          var row = locked(provider, version);
          change(row, read(row), Breaker.CLOSED, reason);
        });
  }

  private @Nullable CircuitBreakersRecord find(Target target) {
    return sql.selectFrom(CIRCUIT_BREAKERS)
        .where(CIRCUIT_BREAKERS.SERVICE_NAME.eq(target.connection().code()))
        .and(CIRCUIT_BREAKERS.OPERATION.eq(target.version()))
        .fetchOne();
  }

  private CircuitBreakersRecord locked(Target target) {
    return locked(target.connection().code(), target.version());
  }

  private CircuitBreakersRecord locked(String service, String operation) {
    sql.insertInto(CIRCUIT_BREAKERS)
        .set(CIRCUIT_BREAKERS.SERVICE_NAME, service)
        .set(CIRCUIT_BREAKERS.OPERATION, operation)
        .onConflictDoNothing()
        .execute();
    return sql.selectFrom(CIRCUIT_BREAKERS)
        .where(CIRCUIT_BREAKERS.SERVICE_NAME.eq(service))
        .and(CIRCUIT_BREAKERS.OPERATION.eq(operation))
        .forUpdate()
        .fetchSingle();
  }

  private void change(
      CircuitBreakersRecord row, Breaker before, Breaker after, @Nullable String error) {
    row.setState(code(after.state()));
    row.setOutcomes(after.outcomes());
    row.setCalls(after.calls());
    row.setOpenings(after.openings());
    row.setOpenedAt(after.openedAt());
    row.setRetryAt(after.retryAt());
    events(before, after, error).forEach(event -> write(row, event, before, after, error));
    if (after.state() == State.CLOSED) {
      row.setRejected(0L);
    }
    row.store();
  }

  private static List<String> events(Breaker before, Breaker after, @Nullable String error) {
    boolean moved = before.state() != after.state() || before.openings() < after.openings();
    String result = error == null ? "success" : "failure";
    if (!moved) {
      return error == null ? List.of() : List.of(result);
    }
    return switch (after.state()) {
      case OPEN -> List.of(result, "opened");
      case HALF_OPEN -> List.of("half_open");
      case CLOSED -> List.of(result, "closed");
    };
  }

  private void write(
      CircuitBreakersRecord row,
      String event,
      Breaker before,
      Breaker after,
      @Nullable String error) {
    sql.insertInto(CIRCUIT_BREAKER_EVENTS)
        .set(CIRCUIT_BREAKER_EVENTS.SERVICE_NAME, row.getServiceName())
        .set(CIRCUIT_BREAKER_EVENTS.OPERATION, row.getOperation())
        .set(CIRCUIT_BREAKER_EVENTS.EVENT_TYPE, event)
        .set(CIRCUIT_BREAKER_EVENTS.STATE_BEFORE, code(before.state()))
        .set(CIRCUIT_BREAKER_EVENTS.STATE_AFTER, code(after.state()))
        .set(CIRCUIT_BREAKER_EVENTS.FAILURE_COUNT, after.failures())
        .set(CIRCUIT_BREAKER_EVENTS.FAILURE_THRESHOLD, THRESHOLD)
        .set(CIRCUIT_BREAKER_EVENTS.SUCCESS_COUNT, after.calls() - after.failures())
        .set(CIRCUIT_BREAKER_EVENTS.ERROR_MESSAGE, error)
        .set(CIRCUIT_BREAKER_EVENTS.OPENED_AT, after.openedAt())
        .set(CIRCUIT_BREAKER_EVENTS.WILL_RETRY_AT, after.retryAt())
        .set(CIRCUIT_BREAKER_EVENTS.REQUESTS_REJECTED, row.getRejected())
        .set(CIRCUIT_BREAKER_EVENTS.CREATED_AT, clock.instant())
        .execute();
  }

  private static Breaker read(CircuitBreakersRecord row) {
    return new Breaker(
        State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
        row.getOutcomes(),
        row.getCalls(),
        row.getOpenings(),
        row.getOpenedAt(),
        row.getRetryAt());
  }

  private static String code(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}

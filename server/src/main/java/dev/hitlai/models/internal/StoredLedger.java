package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.CALLS;

import dev.hitlai.models.ModelAnswer;
import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.ModelUnavailable;
import dev.hitlai.models.ModelUnavailable.Why;
import dev.hitlai.models.Tier;
import dev.hitlai.models.internal.call.Ledger;
import dev.hitlai.models.internal.call.Target;
import dev.hitlai.models.internal.jooq.tables.records.CallsRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The books in the database. A call's row is locked for each change, so that each happens once. */
@Component
class StoredLedger implements Ledger {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** No call takes so long: who made it is gone. */
  static final Duration LOST_AFTER = Duration.ofMinutes(15);

  private static final Duration KEPT = Duration.ofDays(1);

  private final DSLContext sql;
  private final Books books;
  private final Budgets budgets;
  private final InferenceRows log;
  private final Clock clock;

  StoredLedger(DSLContext sql, Books books, Budgets budgets, InferenceRows log, Clock clock) {
    this.sql = sql;
    this.books = books;
    this.budgets = budgets;
    this.log = log;
    this.clock = clock;
  }

  private record Kept(String text, String version, String tier) {}

  @Override
  public Optional<ModelAnswer> begin(ModelRequest request) {
    return books.in(
        () -> {
          int made =
              sql.insertInto(CALLS)
                  .set(CALLS.ID, request.callId())
                  .set(CALLS.TASK, request.task().code())
                  .set(CALLS.COMPANY_ID, request.companyId())
                  .set(CALLS.TEST_RUN_ID, request.runId())
                  .set(CALLS.STATUS, "open")
                  .set(CALLS.CREATED_AT, clock.instant())
                  .onConflictDoNothing()
                  .execute();
          return made == 1 ? Optional.empty() : resumed(request);
        });
  }

  private Optional<ModelAnswer> resumed(ModelRequest request) {
    var row = lock(request);
    switch (row.getStatus()) {
      case "answered" -> {
        var kept = JSON.readValue(row.getAnswer().data(), Kept.class);
        return Optional.of(
            new ModelAnswer(
                request.callId(),
                kept.text(),
                kept.version(),
                Tier.of(kept.tier()),
                0,
                0,
                0,
                BigDecimal.ZERO,
                Duration.ZERO,
                0,
                false,
                List.of()));
      }
      case "failed" -> {
        row.setStatus("open");
        row.store();
        return Optional.empty();
      }
      default ->
          throw new ModelUnavailable(Why.IN_PROGRESS, "The same call is on its way already.");
    }
  }

  @Override
  public int reserve(ModelRequest request, Target target, BigDecimal most) {
    return books.in(
        () -> {
          var row = lock(request);
          var account = budgets.account(request.runId(), request.companyId());
          budgets.reserve(account, most);
          row.setAttempt(row.getAttempt() + 1);
          row.setVersionKey(target.version());
          row.setReservedUsd(most);
          row.setReservedAt(clock.instant());
          row.setBudgetDay(account.day());
          row.store();
          return row.getAttempt();
        });
  }

  @Override
  public void settle(ModelRequest request, Attempt attempt) {
    books.run(
        () -> {
          var row = lock(request);
          if (row.getAttempt() != attempt.number() || row.getSettledAttempt() >= attempt.number()) {
            return; // In the books already.
          }
          settle(row, attempt.cost());
          log.write(request, attempt);
        });
  }

  private void settle(CallsRecord row, BigDecimal cost) {
    var account =
        new Budgets.Account(
            row.getTestRunId(),
            row.getCompanyId(),
            Objects.requireNonNull(row.getBudgetDay(), "a reserved call has a day"));
    budgets.settle(account, row.getReservedUsd(), cost);
    row.setSettledAttempt(row.getAttempt());
    row.setReservedUsd(BigDecimal.ZERO);
    row.setSpentUsd(row.getSpentUsd().add(cost));
    row.store();
  }

  @Override
  public void end(ModelRequest request, @Nullable ModelAnswer answer) {
    books.run(
        () -> {
          var row = lock(request);
          row.setStatus(answer == null ? "failed" : "answered");
          if (answer != null) {
            row.setAnswer(
                JSONB.valueOf(
                    JSON.writeValueAsString(
                        new Kept(answer.text(), answer.version(), answer.tier().code()))));
          }
          row.store();
        });
  }

  private CallsRecord lock(ModelRequest request) {
    return sql.selectFrom(CALLS).where(CALLS.ID.eq(request.callId())).forUpdate().fetchSingle();
  }

  /**
   * Settles what servers left behind that died in the middle of a call: the most that it can have
   * cost counts, since nobody knows. Forgets answers that are a day old.
   */
  void sweep() {
    books.run(
        () -> {
          var lost = clock.instant().minus(LOST_AFTER);
          sql.selectFrom(CALLS)
              .where(CALLS.ATTEMPT.gt(CALLS.SETTLED_ATTEMPT))
              .and(CALLS.RESERVED_AT.lt(lost))
              .forUpdate()
              .skipLocked()
              .forEach(
                  row -> {
                    log.writeLost(row);
                    settle(row, row.getReservedUsd());
                    row.setStatus("failed");
                    row.store();
                  });
          sql.update(CALLS)
              .set(CALLS.STATUS, "failed")
              .where(CALLS.STATUS.eq("open"))
              .and(CALLS.CREATED_AT.lt(lost))
              .and(CALLS.ATTEMPT.eq(CALLS.SETTLED_ATTEMPT))
              .execute();
          sql.deleteFrom(CALLS)
              .where(CALLS.CREATED_AT.lt(clock.instant().minus(KEPT)))
              .and(CALLS.STATUS.ne("open"))
              .execute();
        });
  }
}

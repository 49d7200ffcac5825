package dev.hitlai.recording.internal.sessions;

import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_BATCHES;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells recorders which of their batches arrived. */
@Component
public class StoredBatches {
  private final DSLContext sql;
  private final TransactionOperations transactions;

  StoredBatches(DSLContext sql, TransactionOperations transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  /** Those of the numbers that are durable. */
  public List<Integer> of(UUID companyId, UUID sessionId, Collection<Integer> numbers) {
    return Tenancy.as(
        Actor.company(null, companyId),
        () ->
            transactions.execute(
                status ->
                    sql.select(RECORDING_BATCHES.SEQUENCE)
                        .from(RECORDING_BATCHES)
                        .where(RECORDING_BATCHES.RECORDING_SESSION_ID.eq(sessionId))
                        .and(RECORDING_BATCHES.SEQUENCE.in(numbers))
                        .orderBy(RECORDING_BATCHES.SEQUENCE)
                        .fetch(RECORDING_BATCHES.SEQUENCE)));
  }
}

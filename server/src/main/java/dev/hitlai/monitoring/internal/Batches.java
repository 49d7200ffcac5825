package dev.hitlai.monitoring.internal;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/** Inserts many rows at once, and one at a time when one of them can't be. */
public final class Batches {
  private Batches() {}

  /**
   * @return how many rows the database refused, such as those of a company that is gone by now
   * @throws RuntimeException when the database can't be asked; nothing was written then
   */
  public static <T> int insert(
      TransactionOperations transactions, List<T> rows, Consumer<List<T>> insert) {
    if (rows.isEmpty()) {
      return 0;
    }
    try {
      transactions.executeWithoutResult(_ -> insert.accept(rows));
      return 0;
    } catch (DataIntegrityViolationException refused) {
      int lost = 0;
      for (T row : rows) {
        lost += alone(transactions, row, insert) ? 0 : 1;
      }
      return lost;
    }
  }

  private static <T> boolean alone(
      TransactionOperations transactions, T row, Consumer<List<T>> insert) {
    try {
      transactions.executeWithoutResult(_ -> insert.accept(List.of(row)));
      return true;
    } catch (DataIntegrityViolationException refused) {
      return false;
    }
  }
}

package dev.hitlai.notifications.internal;

import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a few statements of somebody's transaction see everything. A tester who completes a test may
 * not see the company's members, but they have to hear of it, and in the same transaction.
 */
@Component
public class AsThePlatform {
  private final DSLContext sql;

  AsThePlatform(DSLContext sql) {
    this.sql = sql;
  }

  /** Afterwards the transaction sees again what it saw before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public <T> T ask(Supplier<T> work) {
    String role = (String) sql.fetchValue("select current_setting('hitlai.role', true)");
    be("system");
    T result;
    try {
      result = work.get();
    } catch (RuntimeException failed) {
      giveBack(role, failed);
      throw failed;
    }
    be(role);
    return result;
  }

  /** After a failed statement the transaction is lost, and there is nothing to give back. */
  private void giveBack(String role, RuntimeException failed) {
    try {
      be(role);
    } catch (RuntimeException lost) {
      failed.addSuppressed(lost);
    }
  }

  private void be(String role) {
    sql.fetchValue("select set_config('hitlai.role', ?, true)", role == null ? "" : role);
  }
}

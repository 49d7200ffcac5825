package dev.hitlai.notifications.internal;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Things to do once what was written is there for everybody to read. */
public final class AfterCommit {
  private AfterCommit() {}

  /** Once for each transaction, however often it is asked for with the same key. */
  public static void run(Object key, Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    for (var waiting : TransactionSynchronizationManager.getSynchronizations()) {
      if (waiting instanceof Once once && once.key.equals(key)) {
        return;
      }
    }
    TransactionSynchronizationManager.registerSynchronization(new Once(key, work));
  }

  private record Once(Object key, Runnable work) implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      work.run();
    }
  }
}

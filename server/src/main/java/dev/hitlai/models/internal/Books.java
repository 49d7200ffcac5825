package dev.hitlai.models.internal;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes as the platform in a transaction of its own: what a call cost stays, whatever follows. */
@Component
class Books {
  private static final Actor WRITER = Actor.system("model calls");

  private final TransactionTemplate own;

  Books(PlatformTransactionManager manager) {
    own = new TransactionTemplate(manager);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The result may be null, as the supplier says. */
  <T extends @org.jspecify.annotations.Nullable Object> T in(Supplier<T> act) {
    return Tenancy.as(WRITER, () -> own.execute(_ -> act.get()));
  }

  void run(Runnable act) {
    Tenancy.run(WRITER, () -> own.executeWithoutResult(_ -> act.run()));
  }
}

package dev.hitlai.health.internal.incidents;

import dev.hitlai.health.MonitorStateChanged;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows monitors as they change. What it misses, the sweep finds. */
@Component
class OutageListener {
  private final Outages outages;
  private final TransactionTemplate own;

  OutageListener(Outages outages, PlatformTransactionManager transactions) {
    this.outages = outages;
    // A transaction of its own: the listener's is bound to nobody, who sees no monitors.
    this.own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @ApplicationModuleListener
  void on(MonitorStateChanged change) {
    Tenancy.run(
        Actor.system("incidents"),
        () -> own.executeWithoutResult(_ -> outages.follow(change.monitorId())));
  }
}

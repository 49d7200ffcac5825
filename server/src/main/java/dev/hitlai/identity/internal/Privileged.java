package dev.hitlai.identity.internal;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Steps of authentication, which must see accounts before anybody is known. */
@Component
class Privileged {
  private final TransactionOperations transactions;

  Privileged(TransactionOperations transactions) {
    this.transactions = transactions;
  }

  /** Runs one transaction that sees everything, under the name of the step. */
  <T> T step(String name, Supplier<T> work) {
    return Tenancy.as(
        Actor.system(name),
        () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
  }
}

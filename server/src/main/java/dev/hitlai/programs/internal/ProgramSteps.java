package dev.hitlai.programs.internal;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Carries out what applicants and members ask for, who see no rows of the programs themselves. */
@Component
class ProgramSteps {
  private final TransactionOperations transactions;

  ProgramSteps(TransactionOperations transactions) {
    this.transactions = transactions;
  }

  /** One transaction that sees everything, under the name of the step; not inside another one. */
  <T> T step(String name, Supplier<T> work) {
    return Tenancy.as(
        Actor.system(name), () -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
  }
}

package dev.hitlai.platform.tenancy;

import org.springframework.transaction.support.TransactionSynchronization;

/** Remembers, as long as a transaction lasts, as whom it was opened. */
record TransactionActor(TenantTransactionManager owner, Actor actor)
    implements TransactionSynchronization {}

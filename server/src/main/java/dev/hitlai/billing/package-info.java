/**
 * The books: a double-entry ledger of what companies owe and testers earn, invoices, credits and
 * payouts.
 */
@ApplicationModule(displayName = "Billing")
@NullMarked
package dev.hitlai.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

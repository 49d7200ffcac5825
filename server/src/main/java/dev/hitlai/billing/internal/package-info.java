/** The ledger and what is kept beside it. */
@NullMarked
package dev.hitlai.billing.internal;

import org.jspecify.annotations.NullMarked;

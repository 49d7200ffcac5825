/**
 * Who asks, carried from the request or job to the transaction, where row-level security reads it.
 */
@NullMarked
package dev.hitlai.platform.tenancy;

import org.jspecify.annotations.NullMarked;

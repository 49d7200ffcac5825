/** The log of API requests: gathered beside the request, written in batches. */
@NullMarked
package dev.hitlai.monitoring.internal.calls;

import org.jspecify.annotations.NullMarked;

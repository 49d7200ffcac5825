/** How callers stand at their limits, on all servers together. */
@NullMarked
package dev.hitlai.monitoring.internal.limits;

import org.jspecify.annotations.NullMarked;

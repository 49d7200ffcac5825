/** Probes of the platform's own parts. */
@NullMarked
package dev.hitlai.monitoring.internal.system;

import org.jspecify.annotations.NullMarked;

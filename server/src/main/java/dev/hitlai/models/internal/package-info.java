/** Capabilities, typical figures, benchmarks as jobs. */
@NullMarked
package dev.hitlai.models.internal;

import org.jspecify.annotations.NullMarked;

/** Counts checks up into hours, days, weeks and months. */
@NullMarked
package dev.hitlai.health.internal.rollup;

import org.jspecify.annotations.NullMarked;

/** Checks of what the benchmarks measure with. */
@NullMarked
package dev.hitlai.bench;

import org.jspecify.annotations.NullMarked;

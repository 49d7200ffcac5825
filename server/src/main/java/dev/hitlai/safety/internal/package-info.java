/** How bias, alignment and levels are measured and decided. */
@NullMarked
package dev.hitlai.safety.internal;

import org.jspecify.annotations.NullMarked;

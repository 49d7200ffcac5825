/** Tells people and programs what became of tests. */
@NullMarked
package dev.hitlai.testing.internal.notices;

import org.jspecify.annotations.NullMarked;

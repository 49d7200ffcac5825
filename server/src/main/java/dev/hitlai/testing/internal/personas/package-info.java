/** Whom a tester pretends to be. */
@NullMarked
package dev.hitlai.testing.internal.personas;

import org.jspecify.annotations.NullMarked;

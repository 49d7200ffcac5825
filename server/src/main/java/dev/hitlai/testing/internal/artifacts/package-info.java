/** Screenshots and other files of runs. */
@NullMarked
package dev.hitlai.testing.internal.artifacts;

import org.jspecify.annotations.NullMarked;

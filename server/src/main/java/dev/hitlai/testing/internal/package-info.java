/** What the testing module keeps to itself. */
@NullMarked
package dev.hitlai.testing.internal;

import org.jspecify.annotations.NullMarked;

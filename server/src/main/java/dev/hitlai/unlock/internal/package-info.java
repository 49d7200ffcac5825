/** How tests are counted and what they open. */
@NullMarked
package dev.hitlai.unlock.internal;

import org.jspecify.annotations.NullMarked;

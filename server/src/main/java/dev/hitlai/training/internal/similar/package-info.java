/** The nearest of many directions, quickly. */
@NullMarked
package dev.hitlai.training.internal.similar;

import org.jspecify.annotations.NullMarked;

/** Carrying a run out: the job, its retries, and writing down what happens while it happens. */
@NullMarked
package dev.hitlai.testing.internal.execution;

import org.jspecify.annotations.NullMarked;

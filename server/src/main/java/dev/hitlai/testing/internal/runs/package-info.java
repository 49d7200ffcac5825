/** A test run's status, its moves and its place in its company's queue. */
@NullMarked
package dev.hitlai.testing.internal.runs;

import org.jspecify.annotations.NullMarked;

/** Data that models are trained on elsewhere: examples, batches, exports, imports. */
@NullMarked
package dev.hitlai.training.internal.data;

import org.jspecify.annotations.NullMarked;

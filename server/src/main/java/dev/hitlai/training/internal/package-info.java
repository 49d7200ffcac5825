/** What of training is nobody else's business. */
@NullMarked
package dev.hitlai.training.internal;

import org.jspecify.annotations.NullMarked;

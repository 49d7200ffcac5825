/** Review of the AI's findings: who looks at what, what they say, how far they agree. */
@NullMarked
package dev.hitlai.training.internal.review;

import org.jspecify.annotations.NullMarked;

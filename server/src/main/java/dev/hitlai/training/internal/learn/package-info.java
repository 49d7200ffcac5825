/** Small models over meanings and evidence: logistic regression, isotonic curves, evaluation. */
@NullMarked
package dev.hitlai.training.internal.learn;

import org.jspecify.annotations.NullMarked;

/** Makes the classifier's weights from the corpus that ships. */
@NullMarked
package dev.hitlai.guard.internal.learn;

import org.jspecify.annotations.NullMarked;

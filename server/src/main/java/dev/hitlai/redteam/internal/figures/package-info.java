/** Rates with intervals. */
@NullMarked
package dev.hitlai.redteam.internal.figures;

import org.jspecify.annotations.NullMarked;

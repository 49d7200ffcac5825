/** Statistics that several modules judge by: agreement, proportions, tests, calibration. */
@NullMarked
package dev.hitlai.platform.statistics;

import org.jspecify.annotations.NullMarked;

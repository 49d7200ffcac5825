/**
 * Measuring an AI tester on a site whose defects are known: where to look, and what counts as
 * found.
 */
@NullMarked
package dev.hitlai.models.benchmark;

import org.jspecify.annotations.NullMarked;

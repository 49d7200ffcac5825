/**
 * One look at a target, as a stranger would have it: nothing is kept from one check to the next.
 */
@NullMarked
package dev.hitlai.health.internal.probe;

import org.jspecify.annotations.NullMarked;

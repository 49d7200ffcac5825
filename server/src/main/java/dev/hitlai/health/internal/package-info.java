/** Monitors as they are stored, and the jobs around them. */
@NullMarked
package dev.hitlai.health.internal;

import org.jspecify.annotations.NullMarked;

/** Rules that watch figures and raise the alarm. What follows from figures is pure. */
@NullMarked
package dev.hitlai.health.internal.alerts;

import org.jspecify.annotations.NullMarked;

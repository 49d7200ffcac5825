/** What follows from checks: states and times. Pure: no clock, no database. */
@NullMarked
package dev.hitlai.health.internal.state;

import org.jspecify.annotations.NullMarked;

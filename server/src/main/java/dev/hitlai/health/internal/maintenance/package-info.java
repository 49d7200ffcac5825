/** Planned work: announced, reminded of, begun and ended on time, left out of uptime and alarms. */
@NullMarked
package dev.hitlai.health.internal.maintenance;

import org.jspecify.annotations.NullMarked;

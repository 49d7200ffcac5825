/** Settings, the thread that writes what was gathered, and jobs. */
@NullMarked
package dev.hitlai.monitoring.internal;

import org.jspecify.annotations.NullMarked;

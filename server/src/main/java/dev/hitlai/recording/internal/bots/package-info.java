/** Whether a person was there. */
@NullMarked
package dev.hitlai.recording.internal.bots;

import org.jspecify.annotations.NullMarked;

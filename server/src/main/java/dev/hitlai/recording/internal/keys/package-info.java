/** Who may send recordings, and what is wanted of them. */
@NullMarked
package dev.hitlai.recording.internal.keys;

import org.jspecify.annotations.NullMarked;

/** Sessions as they are looked at, ended, kept and forgotten. */
@NullMarked
package dev.hitlai.recording.internal.sessions;

import org.jspecify.annotations.NullMarked;

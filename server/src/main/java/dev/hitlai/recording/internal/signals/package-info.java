/** What a session says of the site: signals, their causes, frustration. */
@NullMarked
package dev.hitlai.recording.internal.signals;

import org.jspecify.annotations.NullMarked;

/** What the module keeps to itself. */
@NullMarked
package dev.hitlai.recording.internal;

import org.jspecify.annotations.NullMarked;

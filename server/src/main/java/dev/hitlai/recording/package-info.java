/**
 * Records what happens in browsers on sites under test, and tells what it says of the site and of
 * who was there.
 */
@ApplicationModule(displayName = "Recording")
@NullMarked
package dev.hitlai.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

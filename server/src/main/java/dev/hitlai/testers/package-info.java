/** Who tests, people and AIs in one roster, and what a test costs. */
@ApplicationModule(displayName = "Testers")
@NullMarked
package dev.hitlai.testers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

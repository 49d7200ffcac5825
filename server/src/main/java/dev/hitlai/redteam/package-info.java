/**
 * Attacks models, the guarded pipeline and the whole AI tester on purpose, and says with true
 * figures how often that works.
 */
@ApplicationModule(displayName = "Red team")
@NullMarked
package dev.hitlai.redteam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

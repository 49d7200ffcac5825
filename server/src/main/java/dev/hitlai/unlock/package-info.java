/**
 * What completed tests open: the platform's phases, the companies' milestones, and the gates before
 * features.
 */
@ApplicationModule(displayName = "Unlock")
@NullMarked
package dev.hitlai.unlock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

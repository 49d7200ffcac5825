/** What AIs may do: bias, alignment by day, capability levels and the board that approves them. */
@ApplicationModule(displayName = "Safety")
@NullMarked
package dev.hitlai.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

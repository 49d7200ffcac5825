/** What each AI can do, how that was measured, and which can test on this server. */
@ApplicationModule(displayName = "Models")
@NullMarked
package dev.hitlai.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

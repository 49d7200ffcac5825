/** What the platform measures about itself: agents' work, operations, health, security. */
@ApplicationModule(displayName = "Monitoring")
@NullMarked
package dev.hitlai.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

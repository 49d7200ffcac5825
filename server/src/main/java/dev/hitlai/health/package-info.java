/**
 * Watches endpoints, names and inner parts: checks them, says how they do and did, announces
 * changes.
 */
@ApplicationModule(displayName = "Health")
@NullMarked
package dev.hitlai.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

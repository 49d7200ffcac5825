/** The layout, the design system and the pages that belong to no other module. */
@ApplicationModule(displayName = "Web")
@NullMarked
package dev.hitlai.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

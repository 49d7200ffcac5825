/** Early adopters and founding testers: applications, spots, discounts, vesting. */
@ApplicationModule(displayName = "Programs")
@NullMarked
package dev.hitlai.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

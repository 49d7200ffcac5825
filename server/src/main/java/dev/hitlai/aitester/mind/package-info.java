/** Choosing what to do next: the simulated user's goals, scent, patience and choices. */
@NamedInterface("mind")
@NullMarked
package dev.hitlai.aitester.mind;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

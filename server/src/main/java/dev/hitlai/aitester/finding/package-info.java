/** Turns what was seen into findings: making, merging, weighing and scoring them. */
@NamedInterface("finding")
@NullMarked
package dev.hitlai.aitester.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

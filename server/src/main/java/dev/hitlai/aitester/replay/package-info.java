/** Walks the steps of a recorded run again, without a mind, and tells where the site differs. */
@NamedInterface("replay")
@NullMarked
package dev.hitlai.aitester.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

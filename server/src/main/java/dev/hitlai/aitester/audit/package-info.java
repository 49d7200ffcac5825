/** Judgement of a page state: each rule is a small class that turns evidence into findings. */
@NamedInterface("audit")
@NullMarked
package dev.hitlai.aitester.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

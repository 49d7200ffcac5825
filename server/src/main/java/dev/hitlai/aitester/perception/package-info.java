/** The AI tester's eyes: turns a live page into a {@code PageView}. */
@NamedInterface("perception")
@NullMarked
package dev.hitlai.aitester.perception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * How relevant an option smells to the goal: embeddings, words in common and what this persona
 * perceives.
 */
@NamedInterface("scent")
@NullMarked
package dev.hitlai.aitester.mind.scent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

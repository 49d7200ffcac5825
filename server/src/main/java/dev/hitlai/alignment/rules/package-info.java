/** The constitution's engine: conditions over typed facts, compiled once, judged by level. */
@NamedInterface("rules")
@NullMarked
package dev.hitlai.alignment.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

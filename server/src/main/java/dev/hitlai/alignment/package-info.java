/**
 * What keeps the AI in line: quality gates, the constitution and the switch that stops it. Others
 * reach it through ports of their own.
 */
@ApplicationModule(displayName = "Alignment")
@NullMarked
package dev.hitlai.alignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

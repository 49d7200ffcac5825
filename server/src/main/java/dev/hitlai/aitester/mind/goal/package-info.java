/**
 * What the mission asks for: its sentences parsed into ordered goals with their data and
 * constraints.
 */
@NullMarked
package dev.hitlai.aitester.mind.goal;

import org.jspecify.annotations.NullMarked;

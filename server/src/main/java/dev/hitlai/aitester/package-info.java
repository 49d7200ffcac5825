/**
 * The AI tester: drives a real browser as a persona through a mission and reports findings with
 * evidence.
 */
@ApplicationModule
@NullMarked
package dev.hitlai.aitester;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Test requests and runs: who asks for a test, how it is carried out, what it found. */
@ApplicationModule(displayName = "Testing")
@NullMarked
package dev.hitlai.testing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

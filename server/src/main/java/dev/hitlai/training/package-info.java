/** What the AI learns from: people's corrections and what each is worth. */
@ApplicationModule(displayName = "Training")
@NullMarked
package dev.hitlai.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

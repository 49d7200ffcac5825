/**
 * What stands between untrusted text and a model: fences it, finds orders and secrets in it, and
 * checks what comes back. Pure Java, without Spring or a database.
 */
@ApplicationModule(displayName = "Guardrails")
@NullMarked
package dev.hitlai.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

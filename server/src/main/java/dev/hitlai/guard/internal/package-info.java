/** How the guardrails do it. */
@NullMarked
package dev.hitlai.guard.internal;

import org.jspecify.annotations.NullMarked;

/** Signals, the rules that make incidents of them, and what is done about those. */
@NullMarked
package dev.hitlai.monitoring.internal.security;

import org.jspecify.annotations.NullMarked;

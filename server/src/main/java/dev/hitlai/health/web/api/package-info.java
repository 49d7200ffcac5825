/** Monitors for programs. */
@NullMarked
package dev.hitlai.health.web.api;

import org.jspecify.annotations.NullMarked;

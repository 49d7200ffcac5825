/**
 * What the public sees: facts read now and then, rendered once, and served from memory as often as
 * asked.
 */
@NullMarked
package dev.hitlai.health.internal.status;

import org.jspecify.annotations.NullMarked;

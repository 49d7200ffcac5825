/**
 * Makes checks when they are due, together with other servers on the same database, and stores what
 * comes of them.
 */
@NullMarked
package dev.hitlai.health.internal.engine;

import org.jspecify.annotations.NullMarked;

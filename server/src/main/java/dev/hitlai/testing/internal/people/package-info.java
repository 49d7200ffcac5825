/**
 * People on tests: who is offered what, what they hand in, what they say of the AI's findings, and
 * what becomes of it where they don't agree.
 */
@NullMarked
package dev.hitlai.testing.internal.people;

import org.jspecify.annotations.NullMarked;

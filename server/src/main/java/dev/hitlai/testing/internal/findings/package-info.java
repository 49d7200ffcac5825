/** What was found, its routing to people and their verdicts. */
@NullMarked
package dev.hitlai.testing.internal.findings;

import org.jspecify.annotations.NullMarked;

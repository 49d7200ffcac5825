/** What is attacked. */
@NullMarked
package dev.hitlai.redteam.internal.targets;

import org.jspecify.annotations.NullMarked;

/** How the red team works. */
@NullMarked
package dev.hitlai.redteam.internal;

import org.jspecify.annotations.NullMarked;

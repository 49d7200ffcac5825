/** The switch that stops all AI in all servers. */
@NullMarked
package dev.hitlai.alignment.internal.safety;

import org.jspecify.annotations.NullMarked;

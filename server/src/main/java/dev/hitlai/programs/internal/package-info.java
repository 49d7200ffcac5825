/** How applications become spots, and what comes of them. */
@NullMarked
package dev.hitlai.programs.internal;

import org.jspecify.annotations.NullMarked;

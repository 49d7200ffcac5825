/** How requests below {@code /api} are read, limited, refused and described. */
@NullMarked
package dev.hitlai.api.internal;

import org.jspecify.annotations.NullMarked;

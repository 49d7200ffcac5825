/** Pages that try to break whoever visits them. */
@NullMarked
package dev.hitlai.demosite.hostile;

import org.jspecify.annotations.NullMarked;

/** What the module keeps to itself. */
@NullMarked
package dev.hitlai.alignment.internal;

import org.jspecify.annotations.NullMarked;

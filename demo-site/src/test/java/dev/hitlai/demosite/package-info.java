/** Checks of the demo shop in plain HTTP and in a real browser. */
@NullMarked
package dev.hitlai.demosite;

import org.jspecify.annotations.NullMarked;

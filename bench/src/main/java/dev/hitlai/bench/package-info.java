/** Programs that measure the product on loopback; none of them runs in the test suite. */
@NullMarked
package dev.hitlai.bench;

import org.jspecify.annotations.NullMarked;

/** A little site, shared browsers and a simple mind for the AI tester's tests. */
@NullMarked
package dev.hitlai.aitester.testsupport;

import org.jspecify.annotations.NullMarked;

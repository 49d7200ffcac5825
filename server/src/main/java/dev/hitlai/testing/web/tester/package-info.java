/** Where testers work, and where administrators settle what people don't agree on. */
@NullMarked
package dev.hitlai.testing.web.tester;

import org.jspecify.annotations.NullMarked;

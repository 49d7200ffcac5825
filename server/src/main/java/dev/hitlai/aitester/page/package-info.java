/** What the tester perceives of a page: an immutable view taken in one round trip. */
@NamedInterface("page")
@NullMarked
package dev.hitlai.aitester.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

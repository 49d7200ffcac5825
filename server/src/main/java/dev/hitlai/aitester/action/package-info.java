/** What a tester can do on a page, and what came of it. */
@NamedInterface("action")
@NullMarked
package dev.hitlai.aitester.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

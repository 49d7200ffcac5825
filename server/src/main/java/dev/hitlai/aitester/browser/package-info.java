/** The AI tester's body: the browser, its processes, and acting on pages as a person would. */
@NamedInterface("browser")
@NullMarked
package dev.hitlai.aitester.browser;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The AI tester's body: the browser, its processes, and acting on pages as a person would. */
@NullMarked
package dev.hitlai.aitester.browser;

import org.jspecify.annotations.NullMarked;

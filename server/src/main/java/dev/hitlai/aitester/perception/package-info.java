/** The AI tester's eyes: turns a live page into a {@code PageView}. */
@NullMarked
package dev.hitlai.aitester.perception;

import org.jspecify.annotations.NullMarked;

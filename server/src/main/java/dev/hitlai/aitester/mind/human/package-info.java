/** How long people need and how they feel, with the source of each constant. */
@NullMarked
package dev.hitlai.aitester.mind.human;

import org.jspecify.annotations.NullMarked;

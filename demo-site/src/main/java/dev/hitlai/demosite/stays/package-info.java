/** The booking site itself: its guest houses, what a visitor plans, and the pages. */
@NullMarked
package dev.hitlai.demosite.stays;

import org.jspecify.annotations.NullMarked;

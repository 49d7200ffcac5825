/** The shop itself: its goods, what a visitor has in hand, and the pages. */
@NullMarked
package dev.hitlai.demosite.shop;

import org.jspecify.annotations.NullMarked;

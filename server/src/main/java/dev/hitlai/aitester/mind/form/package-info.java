/** How forms are understood and filled. */
@NullMarked
package dev.hitlai.aitester.mind.form;

import org.jspecify.annotations.NullMarked;

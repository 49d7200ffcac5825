/** Checks of templates. */
@NullMarked
package dev.hitlai.demosite.http;

import org.jspecify.annotations.NullMarked;

/** Pages about health. */
@NullMarked
package dev.hitlai.health.web;

import org.jspecify.annotations.NullMarked;

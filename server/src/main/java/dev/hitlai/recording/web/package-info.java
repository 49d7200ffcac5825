/** Routes and pages of recordings. */
@NullMarked
package dev.hitlai.recording.web;

import org.jspecify.annotations.NullMarked;

/** Pages and routes of the learning loop. */
@NullMarked
package dev.hitlai.training.web;

import org.jspecify.annotations.NullMarked;

/** Pages and routes of safety. */
@NullMarked
package dev.hitlai.safety.web;

import org.jspecify.annotations.NullMarked;

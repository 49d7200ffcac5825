/** Pages and API routes of the programs. */
@NullMarked
package dev.hitlai.programs.web;

import org.jspecify.annotations.NullMarked;

/** The public status pages and the administrators' pages of API health. */
@NullMarked
package dev.hitlai.health.web;

import org.jspecify.annotations.NullMarked;

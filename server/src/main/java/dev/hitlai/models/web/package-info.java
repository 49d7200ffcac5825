/** Pages and API routes of models. */
@NullMarked
package dev.hitlai.models.web;

import org.jspecify.annotations.NullMarked;

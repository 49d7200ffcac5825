/** Pages and API routes of testers. */
@NullMarked
package dev.hitlai.testers.web;

import org.jspecify.annotations.NullMarked;

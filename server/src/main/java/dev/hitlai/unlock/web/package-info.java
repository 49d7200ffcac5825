/** Pages and API routes of phases, milestones and grants. */
@NullMarked
package dev.hitlai.unlock.web;

import org.jspecify.annotations.NullMarked;

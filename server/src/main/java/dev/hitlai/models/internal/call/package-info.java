/** Calls of models: the wire, tries, budgets, breakers. Pure Java; the database is behind ports. */
@NullMarked
package dev.hitlai.models.internal.call;

import org.jspecify.annotations.NullMarked;

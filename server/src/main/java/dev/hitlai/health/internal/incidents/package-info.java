/**
 * Incidents: opened by checks that fail, by alert rules or by hand, and told to whom it concerns.
 */
@NullMarked
package dev.hitlai.health.internal.incidents;

import org.jspecify.annotations.NullMarked;

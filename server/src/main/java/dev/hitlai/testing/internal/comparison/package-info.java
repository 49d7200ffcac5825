/** AI testers against people: on each hybrid test, and over time. */
@NullMarked
package dev.hitlai.testing.internal.comparison;

import org.jspecify.annotations.NullMarked;

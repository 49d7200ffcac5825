/** The mind that asks a model: plans, chooses among options, remembers what was decided. */
@NullMarked
package dev.hitlai.models.internal.mind;

import org.jspecify.annotations.NullMarked;

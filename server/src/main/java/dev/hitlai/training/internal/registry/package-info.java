/** Own models: how they are trained, measured, put into use and taken back. */
@NullMarked
package dev.hitlai.training.internal.registry;

import org.jspecify.annotations.NullMarked;

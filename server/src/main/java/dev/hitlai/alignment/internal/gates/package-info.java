/** What the quality gates said of findings, kept and read. */
@NullMarked
package dev.hitlai.alignment.internal.gates;

import org.jspecify.annotations.NullMarked;

/** Carrying a campaign out, and its report. */
@NullMarked
package dev.hitlai.redteam.internal.campaign;

import org.jspecify.annotations.NullMarked;

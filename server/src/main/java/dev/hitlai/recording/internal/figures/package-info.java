/** What many sessions say together: vitals of pages, heatmaps, funnels. */
@NullMarked
package dev.hitlai.recording.internal.figures;

import org.jspecify.annotations.NullMarked;

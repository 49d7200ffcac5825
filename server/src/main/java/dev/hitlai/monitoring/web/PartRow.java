package dev.hitlai.monitoring.web;

import dev.hitlai.monitoring.internal.system.PartHistory;
import dev.hitlai.web.view.Sparkline;
import org.jspecify.annotations.Nullable;

/** A part with its figures in words. */
public record PartRow(PartHistory.Part part, String figures, @Nullable Sparkline times) {}

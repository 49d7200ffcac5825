package dev.hitlai.monitoring.web;

import dev.hitlai.monitoring.internal.measure.Figures;

/** An operation with the address of its chart. */
public record OperationRow(Figures.Figure figure, String href) {}

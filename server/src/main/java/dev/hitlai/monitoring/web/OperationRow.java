package dev.hitlai.monitoring.web;

import dev.hitlai.monitoring.internal.measure.OperationFigures;

/** An operation with the address of its chart. */
public record OperationRow(OperationFigures.Figure figure, String href) {}

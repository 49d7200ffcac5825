package dev.hitlai.testing.internal.findings;

import java.util.UUID;

/** A member of the company is about to give a verdict; who may not have it so refuses. */
public record FindingToDecide(UUID issueId) {}

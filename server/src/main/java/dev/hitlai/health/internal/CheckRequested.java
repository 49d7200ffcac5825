package dev.hitlai.health.internal;

/** Somebody wants checks now; an impatience, since the request is stored and found anyway. */
public record CheckRequested() {}

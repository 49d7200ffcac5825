package dev.hitlai.testing.internal.requests;

/**
 * What a request says so far, empty where it says nothing yet.
 *
 * @param personas how many were chosen
 */
public record RequestFacts(
    String url, String mission, String successCriteria, String context, int personas) {}

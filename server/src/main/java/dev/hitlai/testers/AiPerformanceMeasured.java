package dev.hitlai.testers;

/** The figures of AI testers were reckoned anew; published in the transaction that wrote them. */
public record AiPerformanceMeasured() {}

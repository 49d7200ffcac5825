package dev.hitlai.testing.internal.findings;

import dev.hitlai.aitester.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding as it stands now, with what people said about it. */
public record FoundIssue(
    UUID id,
    UUID runId,
    String title,
    String description,
    String severity,
    String category,
    String status,
    @Nullable String url,
    @Nullable String selector,
    Evidence evidence,
    @Nullable String recommendation,
    @Nullable Double confidence,
    String source,
    @Nullable String verdict,
    @Nullable Instant verdictAt,
    String reviewState,
    List<String> rules,
    List<String> wcag,
    @Nullable String fingerprint,
    int occurrences,
    @Nullable String effort,
    @Nullable UUID screenshotId,
    FindingDetails details,
    Instant createdAt) {}

package dev.hitlai.testing.internal.people;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work given to one person.
 *
 * @param review whether the person decides where others disagree, instead of testing
 * @param expiresAt until when the offer stands; null when it does not run out
 * @param ownFindingsAt when the list of own findings was closed; null while it is open
 * @param sentiment 0 to 1 once it was handed in
 */
public record Assignment(
    UUID id,
    UUID runId,
    UUID companyId,
    UUID testerId,
    boolean review,
    AssignmentStatus status,
    Instant offeredAt,
    @Nullable Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant startedAt,
    @Nullable Instant submittedAt,
    Instant lastActivityAt,
    @Nullable Instant ownFindingsAt,
    @Nullable String outcome,
    @Nullable BigDecimal sentiment) {

  public boolean ownFindingsClosed() {
    return ownFindingsAt != null;
  }
}

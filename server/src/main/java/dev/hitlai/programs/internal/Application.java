package dev.hitlai.programs.internal;

import dev.hitlai.programs.Program;
import dev.hitlai.programs.Tier;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What applications to both programs have in common.
 *
 * @param tier that is asked for or was given
 * @param organisation the company; null for a tester
 * @param companyId when somebody who looks after a company here applied while logged in
 * @param testerId when a tester applied while logged in
 * @param notes among reviewers
 * @param reason of the decision, as the applicant reads it
 * @param reapplyAfter when somebody who was rejected can apply again
 */
public record Application(
    UUID id,
    Program program,
    Tier tier,
    ApplicationStatus status,
    String email,
    String name,
    @Nullable String organisation,
    @Nullable UUID companyId,
    @Nullable UUID testerId,
    @Nullable UUID userId,
    PriorityScore score,
    @Nullable String notes,
    @Nullable String reason,
    @Nullable UUID reviewedBy,
    @Nullable Instant reviewedAt,
    @Nullable Instant reapplyAfter,
    Instant submittedAt) {

  /** "Shop Example" or "Tess Tester". */
  public String who() {
    return organisation == null ? name : organisation;
  }

  public boolean is(ApplicationStatus asked) {
    return status == asked;
  }
}

package dev.hitlai.programs.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens in the programs; told inside the transaction of the fact, and never stored. */
final class ProgramEvents {
  private ProgramEvents() {}

  /** Somebody applied. */
  record Submitted(Application application) {}

  /**
   * A spot is held for the applicant.
   *
   * @param code of a company's discount, in the clear; null for a tester
   * @param until when the invitation ends
   * @param fromWaitingList whether a spot came free for it
   */
  record Invited(
      Application application, @Nullable String code, Instant until, boolean fromWaitingList) {}

  /** The code was lost and is replaced. */
  record CodeRenewed(Application application, String code, Instant until) {}

  record Rejected(Application application, String reason, Instant reapplyAfter) {}

  /**
   * @param full whether all spots were taken when a reviewer said yes
   */
  record Waitlisted(Application application, boolean full) {}

  record Withdrawn(Application application) {}

  /** Nobody joined in time. */
  record Lapsed(Application application) {}

  record CompanyJoined(Application application, UUID companyId, CompanySpots.Membership spot) {}

  record TesterJoined(Application application, UUID userId, TesterSpots.Membership spot) {}

  /**
   * @param share of the grant that has vested now, 0 to 1
   * @param equityPercent the same in percent of the platform
   */
  record Vested(
      UUID testerId, UUID membershipId, int tests, BigDecimal share, BigDecimal equityPercent) {}

  record CommitmentMet(CompanySpots.Membership spot) {}

  record CommitmentMissed(CompanySpots.Membership spot) {}

  /**
   * @param days about as many are left
   */
  record CommitmentNear(CompanySpots.Membership spot, int days) {}
}

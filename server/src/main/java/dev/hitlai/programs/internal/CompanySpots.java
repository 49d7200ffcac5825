package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.EARLY_ADOPTER_COMPANIES;

import dev.hitlai.programs.CompanyTier;
import dev.hitlai.programs.internal.jooq.tables.records.EarlyAdopterCompaniesRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The spots of early adopters. */
@Component
public class CompanySpots {
  private final DSLContext sql;
  private final Clock clock;

  CompanySpots(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A spot.
   *
   * @param companyId null until the code is redeemed
   * @param discount on every test, 0 to 1
   * @param status invited, active or released
   * @param invitationUntil when an invitation ends
   * @param commitmentTests completed tests that the company plans until commitmentDue
   * @param commitmentStatus open, met or missed; null until the company joined
   * @param testsCompleted that count for the commitment
   */
  public record Membership(
      UUID id,
      UUID applicationId,
      @Nullable UUID companyId,
      CompanyTier tier,
      BigDecimal discount,
      String status,
      Instant invitationUntil,
      @Nullable Instant joinedAt,
      int commitmentTests,
      @Nullable Instant commitmentDue,
      @Nullable String commitmentStatus,
      @Nullable Instant commitmentMetAt,
      int testsCompleted) {

    public boolean isInvited() {
      return status.equals("invited");
    }

    public boolean isActive() {
      return status.equals("active");
    }

    /** Tests that are missing for the commitment. */
    public int missing() {
      return Math.max(0, commitmentTests - testsCompleted);
    }

    /** 25 for a discount of 0.25. */
    public String discountPercent() {
      return discount.movePointRight(2).stripTrailingZeros().toPlainString();
    }
  }

  /** Holds a spot; the tier's lock is held. */
  Membership hold(UUID applicationId, CompanyTier tier, Instant until) {
    var now = clock.instant();
    // Somebody whose invitation lapsed applies anew, so each application holds one spot at most.
    return read(
        sql.insertInto(EARLY_ADOPTER_COMPANIES)
            .set(EARLY_ADOPTER_COMPANIES.APPLICATION_ID, applicationId)
            .set(EARLY_ADOPTER_COMPANIES.TIER, tier.code())
            .set(EARLY_ADOPTER_COMPANIES.DISCOUNT, tier.discount())
            .set(EARLY_ADOPTER_COMPANIES.COMMITMENT_TESTS, tier.commitment())
            .set(EARLY_ADOPTER_COMPANIES.INVITED_AT, now)
            .set(EARLY_ADOPTER_COMPANIES.INVITATION_UNTIL, until)
            .set(EARLY_ADOPTER_COMPANIES.CREATED_AT, now)
            .returning()
            .fetchSingle());
  }

  /** A company takes the spot that was held for it; its months begin. */
  Membership join(UUID id, UUID companyId) {
    var now = clock.instant();
    return read(
        sql.update(EARLY_ADOPTER_COMPANIES)
            .set(EARLY_ADOPTER_COMPANIES.STATUS, "active")
            .set(EARLY_ADOPTER_COMPANIES.COMPANY_ID, companyId)
            .set(EARLY_ADOPTER_COMPANIES.JOINED_AT, now)
            .set(
                EARLY_ADOPTER_COMPANIES.COMMITMENT_DUE_AT,
                now.atOffset(ZoneOffset.UTC).plusMonths(CompanyTier.COMMITMENT_MONTHS).toInstant())
            .set(EARLY_ADOPTER_COMPANIES.COMMITMENT_STATUS, "open")
            .where(EARLY_ADOPTER_COMPANIES.ID.eq(id))
            .returning()
            .fetchSingle());
  }

  /** Frees the spot. */
  void release(UUID id, String reason) {
    sql.update(EARLY_ADOPTER_COMPANIES)
        .set(EARLY_ADOPTER_COMPANIES.STATUS, "released")
        .set(EARLY_ADOPTER_COMPANIES.RELEASED_AT, clock.instant())
        .set(EARLY_ADOPTER_COMPANIES.RELEASE_REASON, reason)
        .where(EARLY_ADOPTER_COMPANIES.ID.eq(id))
        .execute();
  }

  /** Of a company that takes part; as far as the asker may see it. */
  @Transactional(readOnly = true)
  public Optional<Membership> active(UUID companyId) {
    return list(
            EARLY_ADOPTER_COMPANIES
                .COMPANY_ID
                .eq(companyId)
                .and(EARLY_ADOPTER_COMPANIES.STATUS.eq("active")))
        .stream()
        .findFirst();
  }

  @Transactional(readOnly = true)
  public Optional<Membership> ofApplication(UUID applicationId) {
    return list(EARLY_ADOPTER_COMPANIES.APPLICATION_ID.eq(applicationId)).stream().findFirst();
  }

  Optional<Membership> lock(UUID id) {
    return sql.selectFrom(EARLY_ADOPTER_COMPANIES)
        .where(EARLY_ADOPTER_COMPANIES.ID.eq(id))
        .forUpdate()
        .fetchOptional(CompanySpots::read);
  }

  Optional<Membership> find(UUID id) {
    return list(EARLY_ADOPTER_COMPANIES.ID.eq(id)).stream().findFirst();
  }

  /** Those who joined, the latest first. */
  @Transactional(readOnly = true)
  public List<Membership> joined() {
    return list(EARLY_ADOPTER_COMPANIES.STATUS.eq("active"));
  }

  List<Membership> list(Condition which) {
    return sql.selectFrom(EARLY_ADOPTER_COMPANIES)
        .where(which)
        .orderBy(EARLY_ADOPTER_COMPANIES.CREATED_AT.desc(), EARLY_ADOPTER_COMPANIES.ID.desc())
        .fetch(CompanySpots::read);
  }

  private static Membership read(EarlyAdopterCompaniesRecord row) {
    return new Membership(
        row.getId(),
        row.getApplicationId(),
        row.getCompanyId(),
        CompanyTier.of(row.getTier()),
        row.getDiscount(),
        row.getStatus(),
        row.getInvitationUntil(),
        row.getJoinedAt(),
        row.getCommitmentTests(),
        row.getCommitmentDueAt(),
        row.getCommitmentStatus(),
        row.getCommitmentMetAt(),
        row.getTestsCompleted());
  }
}

package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.FOUNDING_TESTERS;

import dev.hitlai.programs.TesterTier;
import dev.hitlai.programs.internal.jooq.tables.records.FoundingTestersRecord;
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

/** The spots of founding testers. */
@Component
public class TesterSpots {
  private final DSLContext sql;
  private final Clock clock;

  TesterSpots(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A spot.
   *
   * @param testerId null until the tester joined
   * @param share of a test's list price, 0 to 1
   * @param shareUntil when the share goes back to the standard; null for never
   * @param trainingBonus in US dollars
   * @param equityPercent the whole grant, in percent of the platform
   * @param status invited, active or released
   */
  public record Membership(
      UUID id,
      UUID applicationId,
      @Nullable UUID testerId,
      TesterTier tier,
      BigDecimal share,
      @Nullable Instant shareUntil,
      BigDecimal trainingBonus,
      BigDecimal equityPercent,
      String status,
      Instant invitationUntil,
      @Nullable Instant joinedAt) {

    public boolean isInvited() {
      return status.equals("invited");
    }

    public boolean isActive() {
      return status.equals("active");
    }

    /** 40 for a share of 0.40. */
    public String sharePercent() {
      return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
  }

  /** Holds a spot; the tier's lock is held. */
  Membership hold(UUID applicationId, TesterTier tier, Instant until) {
    var now = clock.instant();
    return read(
        sql.insertInto(FOUNDING_TESTERS)
            .set(FOUNDING_TESTERS.APPLICATION_ID, applicationId)
            .set(FOUNDING_TESTERS.TIER, tier.code())
            .set(FOUNDING_TESTERS.REVENUE_SHARE, tier.share())
            .set(FOUNDING_TESTERS.TRAINING_BONUS_USD, tier.trainingBonus())
            .set(FOUNDING_TESTERS.EQUITY_PERCENT, tier.equityPercent())
            .set(FOUNDING_TESTERS.INVITED_AT, now)
            .set(FOUNDING_TESTERS.INVITATION_UNTIL, until)
            .set(FOUNDING_TESTERS.CREATED_AT, now)
            .returning()
            .fetchSingle());
  }

  /** A tester takes the spot that was held for them. */
  Membership join(Membership spot, UUID testerId) {
    var now = clock.instant();
    Instant until =
        spot.tier().shareEndsAfterAYear()
            ? now.atOffset(ZoneOffset.UTC).plusYears(1).toInstant()
            : null;
    return read(
        sql.update(FOUNDING_TESTERS)
            .set(FOUNDING_TESTERS.STATUS, "active")
            .set(FOUNDING_TESTERS.TESTER_ID, testerId)
            .set(FOUNDING_TESTERS.JOINED_AT, now)
            .set(FOUNDING_TESTERS.SHARE_UNTIL, until)
            .where(FOUNDING_TESTERS.ID.eq(spot.id()))
            .returning()
            .fetchSingle());
  }

  /** Frees the spot; what has vested stays. */
  void release(UUID id, String reason) {
    sql.update(FOUNDING_TESTERS)
        .set(FOUNDING_TESTERS.STATUS, "released")
        .set(FOUNDING_TESTERS.RELEASED_AT, clock.instant())
        .set(FOUNDING_TESTERS.RELEASE_REASON, reason)
        .where(FOUNDING_TESTERS.ID.eq(id))
        .execute();
  }

  /** Of a tester who takes part; as far as the asker may see it. */
  @Transactional(readOnly = true)
  public Optional<Membership> active(UUID testerId) {
    return list(FOUNDING_TESTERS.TESTER_ID.eq(testerId).and(FOUNDING_TESTERS.STATUS.eq("active")))
        .stream()
        .findFirst();
  }

  @Transactional(readOnly = true)
  public Optional<Membership> ofApplication(UUID applicationId) {
    return list(FOUNDING_TESTERS.APPLICATION_ID.eq(applicationId)).stream().findFirst();
  }

  Optional<Membership> lock(UUID id) {
    return sql.selectFrom(FOUNDING_TESTERS)
        .where(FOUNDING_TESTERS.ID.eq(id))
        .forUpdate()
        .fetchOptional(TesterSpots::read);
  }

  /** Those who joined, the latest first. */
  @Transactional(readOnly = true)
  public List<Membership> joined() {
    return list(FOUNDING_TESTERS.STATUS.eq("active"));
  }

  List<Membership> list(Condition which) {
    return sql.selectFrom(FOUNDING_TESTERS)
        .where(which)
        .orderBy(FOUNDING_TESTERS.CREATED_AT.desc(), FOUNDING_TESTERS.ID.desc())
        .fetch(TesterSpots::read);
  }

  private static Membership read(FoundingTestersRecord row) {
    return new Membership(
        row.getId(),
        row.getApplicationId(),
        row.getTesterId(),
        TesterTier.of(row.getTier()),
        row.getRevenueShare(),
        row.getShareUntil(),
        row.getTrainingBonusUsd(),
        row.getEquityPercent(),
        row.getStatus(),
        row.getInvitationUntil(),
        row.getJoinedAt());
  }
}

package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.AI_TESTER_PRICING;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testers.internal.jooq.tables.records.AiTesterPricingRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The price list with its past and its future. A new price ends the one before it; what was in
 * force stays as it was, so that every old charge can be explained.
 */
@Component
public class PriceList {
  private final DSLContext sql;
  private final Clock clock;

  PriceList(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Where a price stands in time. */
  public enum Standing {
    PAST,
    PRESENT,
    FUTURE
  }

  /**
   * A price.
   *
   * @param base US dollars for a test, before factors
   * @param perMinute US dollars for a minute on top
   * @param platformFeePercent what the platform keeps, 0 to 100
   * @param payoutPercent what the tester gets without a program, 0 to 100
   * @param volumeThreshold tests a month from which the volume discount counts; null for none
   * @param volumePercent the volume discount, 0 to 100
   * @param until null when no end is known
   */
  public record Price(
      UUID id,
      PricedItem item,
      BigDecimal base,
      BigDecimal perMinute,
      BigDecimal platformFeePercent,
      BigDecimal payoutPercent,
      @Nullable Integer volumeThreshold,
      BigDecimal volumePercent,
      Instant from,
      @Nullable Instant until,
      @Nullable String description,
      Standing standing) {}

  /**
   * A price to add.
   *
   * @param from null means at once
   */
  public record NewPrice(
      PricedItem item,
      BigDecimal base,
      BigDecimal platformFeePercent,
      BigDecimal payoutPercent,
      @Nullable Integer volumeThreshold,
      BigDecimal volumePercent,
      @Nullable Instant from,
      @Nullable String description) {}

  /** Everything: by item in the list's order, newest first. */
  @Transactional(readOnly = true)
  public List<Price> all() {
    var now = clock.instant();
    return sql
        .selectFrom(AI_TESTER_PRICING)
        .where(AI_TESTER_PRICING.IS_ACTIVE)
        .orderBy(AI_TESTER_PRICING.EFFECTIVE_FROM.desc())
        .fetch(row -> price(row, now))
        .stream()
        .sorted(Comparator.comparingInt(price -> PricedItem.ALL.indexOf(price.item())))
        .toList();
  }

  /** What is in force now, in the list's order. */
  @Transactional(readOnly = true)
  public List<Price> inForce() {
    return all().stream().filter(price -> price.standing() == Standing.PRESENT).toList();
  }

  /**
   * Adds a price from a time on, up to the next one that is already planned; the price in force at
   * that time ends there.
   *
   * @throws ApiProblem when it would begin in the past, a figure isn't possible, or another price
   *     begins at the same moment
   */
  @Transactional
  public Price add(NewPrice asked) {
    PriceChecks.check(asked);
    var now = clock.instant();
    var from = asked.from() == null ? now : asked.from();
    if (from.isBefore(now)) {
      throw ApiProblem.invalid(
          "effectiveFrom", "must not lie in the past: history stays as it was");
    }
    // One at a time for an item, so that two administrators don't both end the same price.
    sql.fetch(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))", "price:" + asked.item().code());
    var next =
        sql.selectFrom(AI_TESTER_PRICING)
            .where(of(asked.item()))
            .and(AI_TESTER_PRICING.EFFECTIVE_FROM.ge(from))
            .orderBy(AI_TESTER_PRICING.EFFECTIVE_FROM)
            .limit(1)
            .fetchOne();
    if (next != null && next.getEffectiveFrom().equals(from)) {
      throw ApiProblem.conflict("Another price of this kind begins at the same moment.");
    }
    sql.update(AI_TESTER_PRICING)
        .set(AI_TESTER_PRICING.EFFECTIVE_UNTIL, from)
        .where(of(asked.item()))
        .and(AI_TESTER_PRICING.EFFECTIVE_FROM.lt(from))
        .and(
            AI_TESTER_PRICING
                .EFFECTIVE_UNTIL
                .isNull()
                .or(AI_TESTER_PRICING.EFFECTIVE_UNTIL.gt(from)))
        .execute();
    return price(insert(asked, from, next == null ? null : next.getEffectiveFrom()), now);
  }

  private AiTesterPricingRecord insert(NewPrice asked, Instant from, @Nullable Instant until) {
    return sql.insertInto(AI_TESTER_PRICING)
        .set(AI_TESTER_PRICING.TESTER_CATEGORY, asked.item().category())
        .set(AI_TESTER_PRICING.AI_MODEL_PROVIDER, asked.item().provider())
        .set(AI_TESTER_PRICING.BASE_PRICE_PER_TEST_USD, asked.base())
        .set(AI_TESTER_PRICING.PLATFORM_FEE_PERCENT, asked.platformFeePercent())
        .set(AI_TESTER_PRICING.TESTER_PAYOUT_PERCENT, asked.payoutPercent())
        .set(AI_TESTER_PRICING.VOLUME_DISCOUNT_THRESHOLD, asked.volumeThreshold())
        .set(AI_TESTER_PRICING.VOLUME_DISCOUNT_PERCENT, asked.volumePercent())
        .set(AI_TESTER_PRICING.EFFECTIVE_FROM, from)
        .set(AI_TESTER_PRICING.EFFECTIVE_UNTIL, until)
        .set(AI_TESTER_PRICING.DESCRIPTION, asked.description())
        .returning()
        .fetchSingle();
  }

  private static Condition of(PricedItem item) {
    return AI_TESTER_PRICING
        .TESTER_CATEGORY
        .eq(item.category())
        .and(AI_TESTER_PRICING.AI_MODEL_PROVIDER.isNotDistinctFrom(item.provider()))
        .and(AI_TESTER_PRICING.IS_ACTIVE);
  }

  private static Price price(AiTesterPricingRecord row, Instant now) {
    return new Price(
        row.getId(),
        PricedItem.of(row.getTesterCategory(), row.getAiModelProvider()),
        row.getBasePricePerTestUsd(),
        row.getPricePerMinuteUsd(),
        row.getPlatformFeePercent(),
        row.getTesterPayoutPercent(),
        row.getVolumeDiscountThreshold(),
        row.getVolumeDiscountPercent(),
        row.getEffectiveFrom(),
        row.getEffectiveUntil(),
        row.getDescription(),
        standing(row.getEffectiveFrom(), row.getEffectiveUntil(), now));
  }

  private static Standing standing(Instant from, @Nullable Instant until, Instant now) {
    if (from.isAfter(now)) {
      return Standing.FUTURE;
    }
    return until == null || until.isAfter(now) ? Standing.PRESENT : Standing.PAST;
  }
}

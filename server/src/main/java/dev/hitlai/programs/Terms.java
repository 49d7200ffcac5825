package dev.hitlai.programs;

import dev.hitlai.testers.ProgramTerms;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members of the programs were promised. Asked in transactions of anybody, also of those who
 * see no rows of it.
 */
@Component
@Transactional
class Terms implements ProgramTerms {
  private static final BigDecimal STANDARD_SHARE = new BigDecimal("0.30");
  private static final BigDecimal STANDARD_TRAINING_BONUS = new BigDecimal("1.00");
  private static final BigDecimal REFERRAL = new BigDecimal("500.00");

  private final DSLContext sql;
  private final Clock clock;

  Terms(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public BigDecimal discountOf(UUID companyId) {
    return Objects.requireNonNull(
        sql.fetchSingle("select programs.discount_of(?)", companyId).get(0, BigDecimal.class));
  }

  @Override
  public BigDecimal shareOf(UUID testerId) {
    var promised = promisedTo(testerId);
    var share = promised.get("revenue_share", BigDecimal.class);
    var until = promised.get("share_until", Instant.class);
    return share == null || until != null && !clock.instant().isBefore(until)
        ? STANDARD_SHARE
        : share;
  }

  @Override
  public BigDecimal trainingBonusOf(UUID testerId) {
    var bonus = promisedTo(testerId).get("training_bonus", BigDecimal.class);
    return bonus == null ? STANDARD_TRAINING_BONUS : bonus;
  }

  @Override
  public BigDecimal referralBonusFor(UUID testerId) {
    var tier = promisedTo(testerId).get("tier", String.class);
    return tier != null && TesterTier.of(tier).rewardsReferral() ? REFERRAL : BigDecimal.ZERO;
  }

  private Record promisedTo(UUID testerId) {
    return sql.fetchSingle("select * from programs.terms_of(?)", testerId);
  }
}

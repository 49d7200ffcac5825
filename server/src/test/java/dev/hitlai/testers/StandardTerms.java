package dev.hitlai.testers;

import java.math.BigDecimal;
import java.util.UUID;

/** What everybody has who is in no program. */
public final class StandardTerms implements ProgramTerms {
  @Override
  public BigDecimal discountOf(UUID companyId) {
    return BigDecimal.ZERO;
  }

  @Override
  public BigDecimal shareOf(UUID testerId) {
    return new BigDecimal("0.30");
  }

  @Override
  public BigDecimal trainingBonusOf(UUID testerId) {
    return BigDecimal.ONE;
  }

  @Override
  public BigDecimal referralBonusFor(UUID testerId) {
    return BigDecimal.ZERO;
  }
}

package dev.hitlai.programs;

import dev.hitlai.testers.ProgramTerms;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What members of the programs were promised. */
@Component
class Terms implements ProgramTerms {
  private static final BigDecimal STANDARD_SHARE = new BigDecimal("0.30");

  @Override
  public BigDecimal discountOf(UUID companyId) {
    return BigDecimal.ZERO;
  }

  @Override
  public BigDecimal shareOf(UUID testerId) {
    return STANDARD_SHARE;
  }
}

package dev.hitlai.testers;

import java.math.BigDecimal;
import java.util.UUID;

/** What the programs promised to a company or a tester. */
public interface ProgramTerms {

  /** The company's discount for life, 0 to 1; 0 without a program. */
  BigDecimal discountOf(UUID companyId);

  /** The tester's share of a test's price, 0 to 1; 0.30 without a program. */
  BigDecimal shareOf(UUID testerId);

  /** For a test that was used for training, in US dollars; 1.00 without a program. */
  BigDecimal trainingBonusOf(UUID testerId);

  /**
   * What somebody gets for having brought this tester into a program, in US dollars; 0 when the
   * tester is in none that is worth it.
   */
  BigDecimal referralBonusFor(UUID testerId);
}

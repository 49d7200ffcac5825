package dev.hitlai.testers;

import java.math.BigDecimal;
import java.util.UUID;

/** What the programs promised to a company or a tester. */
public interface ProgramTerms {

  /** The company's discount for life, 0 to 1; 0 without a program. */
  BigDecimal discountOf(UUID companyId);

  /** The tester's share of a test's price, 0 to 1; 0.30 without a program. */
  BigDecimal shareOf(UUID testerId);
}

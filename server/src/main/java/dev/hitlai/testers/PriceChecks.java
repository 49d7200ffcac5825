package dev.hitlai.testers;

import dev.hitlai.api.ApiProblem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a price may be. */
final class PriceChecks {
  private static final BigDecimal MOST = new BigDecimal("10000");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LONGEST = 300;

  private PriceChecks() {}

  static void check(PriceList.NewPrice asked) {
    var wrong = new LinkedHashMap<String, String>();
    if (asked.base().signum() < 0 || asked.base().compareTo(MOST) > 0 || scale(asked.base()) > 4) {
      wrong.put("base", "must be an amount from 0 to 10,000 with at most four decimals");
    }
    percent(wrong, "platformFeePercent", asked.platformFeePercent());
    percent(wrong, "payoutPercent", asked.payoutPercent());
    percent(wrong, "volumePercent", asked.volumePercent());
    if (wrong.isEmpty()
        && asked.platformFeePercent().add(asked.payoutPercent()).compareTo(HUNDRED) > 0) {
      wrong.put("payoutPercent", "must not be more than what the platform leaves");
    }
    if (asked.volumeThreshold() != null && asked.volumeThreshold() < 1) {
      wrong.put("volumeThreshold", "must be 1 or more, or left out");
    }
    if (asked.volumeThreshold() == null && asked.volumePercent().signum() > 0) {
      wrong.put("volumeThreshold", "must say from how many tests a month the discount counts");
    }
    if (asked.description() != null && asked.description().length() > LONGEST) {
      wrong.put("description", "must have at most " + LONGEST + " characters");
    }
    if (!wrong.isEmpty()) {
      throw ApiProblem.invalid(wrong);
    }
  }

  private static void percent(Map<String, String> wrong, String field, BigDecimal value) {
    if (value.signum() < 0 || value.compareTo(HUNDRED) > 0 || scale(value) > 2) {
      wrong.put(field, "must be from 0 to 100 with at most two decimals");
    }
  }

  private static int scale(BigDecimal value) {
    return value.stripTrailingZeros().scale();
  }
}

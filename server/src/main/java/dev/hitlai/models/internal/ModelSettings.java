package dev.hitlai.models.internal;

import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How models are paid for, from {@code hitlai.models.*}.
 *
 * @param keys by the provider's code; they come before keys that were entered on a page
 * @param runBudget US dollars that models may cost in one test run
 * @param companyBudget US dollars that they may cost a company's runs in a day (UTC)
 * @param dayBudget US dollars that they may cost altogether in a day
 */
@Validated
@ConfigurationProperties("hitlai.models")
public record ModelSettings(
    @DefaultValue Map<String, String> keys,
    @DefaultValue("0.50") @DecimalMin("0") BigDecimal runBudget,
    @DefaultValue("20") @DecimalMin("0") BigDecimal companyBudget,
    @DefaultValue("200") @DecimalMin("0") BigDecimal dayBudget) {
  public ModelSettings {
    keys = Map.copyOf(keys);
  }

  @Override
  public String toString() {
    return "ModelSettings[keys of %s]".formatted(keys.keySet());
  }
}

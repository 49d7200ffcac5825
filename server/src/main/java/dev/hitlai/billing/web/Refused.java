package dev.hitlai.billing.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.web.view.Problems;
import java.math.BigDecimal;
import java.util.LinkedHashMap;

/** Refusals of a form in words, and amounts that people type. */
final class Refused {
  private Refused() {}

  static Problems problems(ApiProblem refused) {
    var fields = new LinkedHashMap<String, String>();
    if (refused.code() == dev.hitlai.api.ErrorCode.VALIDATION_ERROR) {
      refused.details().forEach((field, why) -> fields.put(field, "This " + why + "."));
    }
    if (fields.isEmpty()) {
      fields.put("form", refused.sentence());
    }
    return new Problems(fields);
  }

  static BigDecimal amount(String entered) {
    String clean = entered.strip().replace(",", "");
    if (!clean.matches("\\d{1,8}(\\.\\d{1,2})?")) {
      throw ApiProblem.invalid("amount", "must be an amount in US dollars, such as 50.00");
    }
    return new BigDecimal(clean);
  }
}

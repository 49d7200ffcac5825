package dev.hitlai.billing.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Refusals of a form in words, and amounts that people type. */
final class Refused {
  private Refused() {}

  static Problems problems(ApiProblem refused) {
    var fields = new LinkedHashMap<String, String>();
    if (refused.code() == ErrorCode.VALIDATION_ERROR) {
      refused.details().forEach((field, why) -> fields.put(field, "This " + why + "."));
    }
    if (fields.isEmpty()) {
      fields.put("form", refused.sentence());
    }
    return new Problems(fields);
  }

  /** On the page that the form leads back to; what isn't there is answered as such. */
  static void say(ApiProblem refused, RedirectAttributes redirect) {
    if (refused.code() == ErrorCode.NOT_FOUND) {
      throw refused;
    }
    redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
  }

  static BigDecimal amount(String entered) {
    String clean = entered.strip().replace(",", "");
    if (!clean.matches("\\d{1,8}(\\.\\d{1,2})?")) {
      throw ApiProblem.invalid("amount", "must be an amount in US dollars, such as 50.00");
    }
    return new BigDecimal(clean);
  }
}

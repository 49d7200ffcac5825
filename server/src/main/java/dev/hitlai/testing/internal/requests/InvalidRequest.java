package dev.hitlai.testing.internal.requests;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A test request that can't be accepted: a sentence for each field that is wrong. */
public final class InvalidRequest extends ApiProblem {
  private static final long serialVersionUID = 1L;

  public InvalidRequest(Map<String, String> problems) {
    super(ErrorCode.VALIDATION_ERROR, String.join(" ", problems.values()), problems);
  }

  /** Field name to sentence. */
  public Map<String, String> problems() {
    var problems = new LinkedHashMap<String, String>();
    details().forEach((field, sentence) -> problems.put(field, String.valueOf(sentence)));
    return problems;
  }
}

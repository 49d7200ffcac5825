package dev.hitlai.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that is refused, thrown from anywhere and answered as problem details (or as an error
 * page to a browser). A module's own exceptions may extend it.
 *
 * <pre>{@code
 * throw ApiProblem.notFound("No test run has this id.");
 * throw ApiProblem.invalid("url", "must begin with https://");
 * throw new ApiProblem(FEATURE_LOCKED, "Unlocks at 1,000 tests.", Map.of("current", 812));
 * }</pre>
 */
public class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Map<String, Object> details;

  /**
   * @param message a sentence for people
   * @param details members of {@code details}: for invalid fields the field and why, else facts
   */
  public ApiProblem(ErrorCode code, String message, Map<String, ?> details) {
    super(message);
    this.code = code;
    this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  public ApiProblem(ErrorCode code, String message) {
    this(code, message, Map.of());
  }

  public static ApiProblem invalid(String field, String why) {
    return invalid(Map.of(field, why));
  }

  /** Fields and why each isn't valid. */
  public static ApiProblem invalid(Map<String, String> fields) {
    return new ApiProblem(ErrorCode.VALIDATION_ERROR, Sentences.of(fields), fields);
  }

  public static ApiProblem notFound(String message) {
    return new ApiProblem(ErrorCode.NOT_FOUND, message);
  }

  public static ApiProblem forbidden(String message) {
    return new ApiProblem(ErrorCode.FORBIDDEN, message);
  }

  public static ApiProblem conflict(String message) {
    return new ApiProblem(ErrorCode.CONFLICT, message);
  }

  public ErrorCode code() {
    return code;
  }

  /** A sentence for people. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  public Map<String, Object> details() {
    return details;
  }
}

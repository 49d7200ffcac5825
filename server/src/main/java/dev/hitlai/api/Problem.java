package dev.hitlai.api;

import java.util.Map;

/**
 * The body of every refusal, {@code application/problem+json} (RFC 9457) with the platform's own
 * members.
 *
 * @param type a reference that names the kind of problem
 * @param detail what went wrong, a sentence for people
 * @param instance the path that was asked for
 * @param success always false
 * @param error the same sentence as {@code detail}
 * @param code one of {@link ErrorCode}
 * @param details for invalid fields the field and why, else facts
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    boolean success,
    String error,
    ErrorCode code,
    Map<String, Object> details) {

  static Problem of(ErrorCode code, String sentence, String path, Map<String, Object> details) {
    return new Problem(
        "about:blank", code.title(), code.status(), sentence, path, false, sentence, code, details);
  }
}

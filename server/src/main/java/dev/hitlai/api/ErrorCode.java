package dev.hitlai.api;

/** Why a request was refused: the {@code code} member of a problem, with its HTTP status. */
public enum ErrorCode {
  VALIDATION_ERROR(400, "The request isn't valid"),
  UNAUTHORIZED(401, "Login needed"),
  QUOTA_EXCEEDED(402, "The quota is used up"),
  FORBIDDEN(403, "Not allowed"),
  FEATURE_LOCKED(403, "The feature is locked"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "No such format"),
  CONFLICT(409, "Conflict"),
  INSUFFICIENT_DATA(409, "Not enough data"),
  NO_SPOTS_AVAILABLE(409, "No spots left"),
  GONE(410, "Not there any more"),
  PAYLOAD_TOO_LARGE(413, "Too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Media type not supported"),
  UNPROCESSABLE(422, "The content can't be taken"),
  RATE_LIMIT_EXCEEDED(429, "Too many requests"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "Not available right now");

  private final int status;
  private final String title;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The code that says what an HTTP status says. */
  public static ErrorCode ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHORIZED;
      case 402 -> QUOTA_EXCEEDED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> CONFLICT;
      case 410 -> GONE;
      case 413 -> PAYLOAD_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 422 -> UNPROCESSABLE;
      case 429 -> RATE_LIMIT_EXCEEDED;
      case 503 -> UNAVAILABLE;
      default -> status >= 400 && status < 500 ? VALIDATION_ERROR : INTERNAL_ERROR;
    };
  }
}

package dev.hitlai.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a request said who asks. */
public enum AuthMethod {
  /** A short-lived token from login, in the Authorization header. */
  JWT,
  /** A company's key, in the Authorization header. */
  API_KEY,
  /** The cookie of the web pages. */
  SESSION;

  /** As in the database: {@code api_key}. */
  @JsonValue
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}

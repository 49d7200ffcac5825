package dev.hitlai.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of accounts. */
public enum UserType {
  COMPANY,
  TESTER,
  ADMIN;

  /** As in the database and the API: {@code company}. */
  @JsonValue
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static UserType of(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }
}

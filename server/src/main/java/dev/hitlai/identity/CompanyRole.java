package dev.hitlai.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a member may do in a company, least first; each may do what those before it may. */
public enum CompanyRole {
  /** Reads. */
  VIEWER,
  /** Requests and rates tests. */
  MEMBER,
  /** Members, keys, billing, company rules. */
  ADMIN,
  /** Like an admin; a company always has at least one, and only owners make owners. */
  OWNER;

  /** As in the database and the API: {@code owner}. */
  @JsonValue
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isAtLeast(CompanyRole other) {
    return compareTo(other) >= 0;
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static CompanyRole of(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }
}

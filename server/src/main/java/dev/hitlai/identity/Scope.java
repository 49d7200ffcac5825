package dev.hitlai.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;

/** What an API key may be used for. */
public enum Scope {
  TESTS_READ("tests:read"),
  TESTS_WRITE("tests:write"),
  RECORDINGS_WRITE("recordings:write"),
  REPORTS_READ("reports:read"),
  /** Everything an admin of the company may do, so every other scope too. */
  ADMIN("admin");

  private final String value;

  Scope(String value) {
    this.value = value;
  }

  /** As in the database and the API: {@code tests:read}. */
  @JsonValue
  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return value;
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static Scope of(String value) {
    return Arrays.stream(values())
        .filter(scope -> scope.value.equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No scope is called " + value));
  }

  /** The role that a key with these scopes acts in. */
  static CompanyRole role(Collection<Scope> scopes) {
    if (scopes.contains(ADMIN)) {
      return CompanyRole.ADMIN;
    }
    return scopes.contains(TESTS_WRITE) ? CompanyRole.MEMBER : CompanyRole.VIEWER;
  }
}

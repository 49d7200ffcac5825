package dev.hitlai.testers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of test it is, as far as the choice of a tester goes. A request is of several kinds:
 * the device's ({@link #WEB} or {@link #MOBILE}), those that the company wants looked at with
 * special care, and {@link #ACCESSIBILITY} when a persona can't see the screen or has no pointer.
 */
public enum TestKind {
  WEB,
  MOBILE,
  ACCESSIBILITY,
  PERFORMANCE,
  SECURITY;

  /** Those that a company can ask to be looked at with special care. */
  public static final List<TestKind> FOCUS = List.of(ACCESSIBILITY, PERFORMANCE, SECURITY);

  /** The word in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TestKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(TestKind::code).toList();
  }
}

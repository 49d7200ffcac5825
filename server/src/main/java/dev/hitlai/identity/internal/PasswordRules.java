package dev.hitlai.identity.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.api.ApiProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a new password must be: long, and nothing that is tried first. */
final class PasswordRules {
  static final int SHORTEST = 10;
  static final int LONGEST = 200;
  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /** Why not, or null. */
  static @Nullable String problem(String password, String email) {
    String word = password.toLowerCase(Locale.ROOT).strip();
    if (password.length() < SHORTEST) {
      return "must have at least " + SHORTEST + " characters";
    }
    if (password.length() > LONGEST) {
      return "must have at most " + LONGEST + " characters";
    }
    String address = email.toLowerCase(Locale.ROOT);
    if (word.equals(address) || word.equals(address.split("@", 2)[0])) {
      return "must not be the e-mail address";
    }
    if (COMMON.contains(word) || word.chars().distinct().count() < 4) {
      return "is one of the first that anybody would try";
    }
    return null;
  }

  static void require(String password, String email) {
    String problem = problem(password, email);
    if (problem != null) {
      throw ApiProblem.invalid("password", problem);
    }
  }

  private static Set<String> common() {
    try (var list = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
      if (list == null) {
        throw new IllegalStateException("common-passwords.txt is missing");
      }
      return new String(list.readAllBytes(), UTF_8).lines().collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

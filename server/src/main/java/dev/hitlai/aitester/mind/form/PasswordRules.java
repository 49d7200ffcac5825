package dev.hitlai.aitester.mind.form;

import java.util.regex.Pattern;

/** Makes a password satisfy the rules that the form shows. */
final class PasswordRules {
  private static final Pattern LENGTH =
      Pattern.compile(
          "(\\d{1,2})\\s*(?:or more |\\+ )?(?:character|char|letter|digit|sign)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ONLY_DIGITS =
      Pattern.compile("\\b(?:only|just) (?:digits|numbers)\\b|\\bdigits only\\b|\\bPIN\\b");
  private static final Pattern NO_SPECIAL =
      Pattern.compile("(?i)\\bno special|\\bletters and (?:digits|numbers) only");

  private PasswordRules() {}

  static String satisfying(String hint, String proposal) {
    var password = proposal;
    if (NO_SPECIAL.matcher(hint).find()) {
      password = password.replaceAll("[^\\p{Alnum}]", "");
    }
    if (ONLY_DIGITS.matcher(hint).find()) {
      password = password.replaceAll("\\D", "");
    }
    var length = LENGTH.matcher(hint);
    while (length.find() && password.length() < Integer.parseInt(length.group(1))) {
      password = password + password;
    }
    return password;
  }
}

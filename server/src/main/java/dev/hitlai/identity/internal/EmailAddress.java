package dev.hitlai.identity.internal;

import dev.hitlai.api.ApiProblem;
import java.util.regex.Pattern;

/** An address that mail could reach; case doesn't matter to accounts. */
public record EmailAddress(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("[^\\s@<>\"\\p{Cntrl}]+@[^\\s@<>\"\\p{Cntrl}]+\\.[^\\s@<>\".\\p{Cntrl}]+");
  private static final int LONGEST = 254;

  public EmailAddress {
    value = value.strip();
    if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
      throw ApiProblem.invalid("email", "must be an e-mail address");
    }
  }
}

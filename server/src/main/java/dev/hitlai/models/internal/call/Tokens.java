package dev.hitlai.models.internal.call;

import static java.nio.charset.StandardCharsets.UTF_8;

/** How many tokens a text is: a guess, and a bound that no tokenizer passes. */
public final class Tokens {
  /** English comes to about four letters a token, markup and numbers to fewer. */
  private static final double LETTERS = 3.4;

  private Tokens() {}

  /** About as many, rather too many. */
  public static int about(String text) {
    long plain = text.chars().filter(letter -> letter < 128).count();
    return (int) Math.ceil(plain / LETTERS + (text.length() - plain));
  }

  /** At most as many: a token of a byte-pair encoding is a byte or more. */
  public static int atMost(String text) {
    return text.getBytes(UTF_8).length;
  }
}

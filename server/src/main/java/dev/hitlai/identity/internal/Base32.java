package dev.hitlai.identity.internal;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Bytes in letters that people can type (RFC 4648, section 6), without padding. */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    var text = new StringBuilder();
    int buffer = 0;
    int waiting = 0;
    for (byte one : bytes) {
      buffer = buffer << Byte.SIZE | one & 0xff;
      waiting += Byte.SIZE;
      while (waiting >= BITS) {
        waiting -= BITS;
        text.append(ALPHABET.charAt(buffer >> waiting & 0x1f));
      }
      buffer &= (1 << waiting) - 1;
    }
    if (waiting > 0) {
      text.append(ALPHABET.charAt(buffer << BITS - waiting & 0x1f));
    }
    return text.toString();
  }

  /** Case and blanks don't matter. */
  static byte[] decode(String text) {
    var bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int waiting = 0;
    for (char letter : text.replace(" ", "").toUpperCase(Locale.ROOT).toCharArray()) {
      int value = ALPHABET.indexOf(letter);
      if (value < 0) {
        throw new IllegalArgumentException("not a letter of Base32: " + letter);
      }
      buffer = buffer << BITS | value;
      waiting += BITS;
      if (waiting >= Byte.SIZE) {
        waiting -= Byte.SIZE;
        bytes.write(buffer >> waiting & 0xff);
      }
      buffer &= (1 << waiting) - 1;
    }
    return bytes.toByteArray();
  }
}

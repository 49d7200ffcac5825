package dev.hitlai.guard.internal;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;

/** Tells numbers that mean somebody from numbers that only look so. */
public final class CheckDigits {
  private static final Map<String, Integer> IBAN_LENGTH =
      Map.ofEntries(
          Map.entry("DE", 22),
          Map.entry("AT", 20),
          Map.entry("CH", 21),
          Map.entry("FR", 27),
          Map.entry("ES", 24),
          Map.entry("IT", 27),
          Map.entry("NL", 18),
          Map.entry("BE", 16),
          Map.entry("GB", 22),
          Map.entry("IE", 22),
          Map.entry("PT", 25),
          Map.entry("PL", 28),
          Map.entry("SE", 24),
          Map.entry("DK", 18),
          Map.entry("NO", 15),
          Map.entry("FI", 18),
          Map.entry("LU", 20),
          Map.entry("CZ", 24),
          Map.entry("GR", 27),
          Map.entry("TR", 26));

  private CheckDigits() {}

  public static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = i % 2 == 0 ? digit : digit * 2;
      sum += twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0 && digits.chars().distinct().count() > 1;
  }

  /** ISO 7064 mod 97-10 over letters and digits, with the country's length where it is known. */
  public static boolean iban(String spaced) {
    var iban = spaced.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    if (iban.length() < 15 || iban.length() > 34) {
      return false;
    }
    var length = IBAN_LENGTH.get(iban.substring(0, 2));
    if (length != null && length != iban.length()) {
      return false;
    }
    var number = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(sign -> number.append(Character.getNumericValue(sign)));
    return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }

  /** German tax number: ISO 7064 mod 11,10. */
  static boolean germanTax(String digits) {
    int product = 10;
    for (int i = 0; i < 10; i++) {
      int sum = (digits.charAt(i) - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digits.charAt(10) - '0' && digits.charAt(0) != '0';
  }

  /** Spanish DNI and NIE. */
  static boolean spanish(String id) {
    var number = id.toUpperCase(Locale.ROOT).replaceAll("[ -]", "");
    var digits =
        number
            .substring(0, number.length() - 1)
            .replace('X', '0')
            .replace('Y', '1')
            .replace('Z', '2');
    return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23)
        == number.charAt(number.length() - 1);
  }

  /** French social security number: 97 minus the rest. */
  static boolean french(String id) {
    var number =
        id.replaceAll("[ .]", "").toUpperCase(Locale.ROOT).replace("2A", "19").replace("2B", "18");
    return 97 - Long.parseLong(number.substring(0, 13)) % 97
        == Long.parseLong(number.substring(13));
  }

  /** Italian codice fiscale: sums of odd and even places. */
  static boolean italian(String id) {
    int[] odd = {
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    var code = id.toUpperCase(Locale.ROOT);
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char sign = code.charAt(i);
      int value = sign <= '9' ? sign - '0' : sign - 'A';
      sum += i % 2 == 0 ? odd[value] : value;
    }
    return 'A' + sum % 26 == code.charAt(15);
  }

  /** Dutch BSN: the test of eleven. */
  static boolean dutch(String digits) {
    return weighed(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0 && !digits.equals("000000000");
  }

  /** Polish PESEL. */
  static boolean polish(String digits) {
    int month = Integer.parseInt(digits.substring(2, 4)) % 20;
    return weighed(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0 && month >= 1 && month <= 12;
  }

  /** Brazilian CPF: two digits of eleven. */
  static boolean brazilian(String id) {
    var digits = id.replaceAll("\\D", "");
    int first = weighed(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    int second = weighed(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    return first == digits.charAt(9) - '0'
        && second == digits.charAt(10) - '0'
        && digits.chars().distinct().count() > 1;
  }

  /**
   * Belgian number of the register: 97 minus the rest, with a 2 before it for births since 2000.
   */
  static boolean belgian(String id) {
    var digits = id.replaceAll("\\D", "");
    long birth = Long.parseLong(digits.substring(0, 9));
    long check = Long.parseLong(digits.substring(9));
    return 97 - birth % 97 == check || 97 - (2_000_000_000L + birth) % 97 == check;
  }

  /** Finnish personal code. */
  static boolean finnish(String id) {
    var code = id.toUpperCase(Locale.ROOT);
    long number = Long.parseLong(code.substring(0, 6) + code.substring(7, 10));
    return "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt((int) (number % 31)) == code.charAt(10);
  }

  /** Chinese resident number: ISO 7064 mod 11-2. */
  static boolean chinese(String id) {
    int sum = weighed(id.substring(0, 17), 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    return "10X98765432".charAt(sum % 11) == Character.toUpperCase(id.charAt(17));
  }

  private static int weighed(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum;
  }
}

package dev.hitlai.aitester.mind.form;

import dev.hitlai.aitester.mind.choice.Noise;
import java.util.List;

/**
 * Made-up data of nobody: names in common use, an address at example.org, phone numbers from the
 * ranges reserved for fiction (555-01xx), the card number that payment providers give out for
 * tests.
 */
final class TestPerson {
  /** The test number of the Luhn-valid kind that no bank issues. */
  static final String TEST_CARD = "4242424242424242";

  private static final List<String> FIRST = List.of("Alex", "Robin", "Sam", "Kim", "Toni", "Jamie");
  private static final List<String> LAST = List.of("Miller", "Baker", "Carter", "Fisher", "Mason");

  private final String first;
  private final String last;
  private final int number;

  TestPerson(Noise noise) {
    first = FIRST.get(noise.below(FIRST.size(), "first name"));
    last = LAST.get(noise.below(LAST.size(), "last name"));
    number = noise.below(90_000, "number") + 10_000;
  }

  String email() {
    return "%s.%s.%d@example.org".formatted(first, last, number).toLowerCase(java.util.Locale.ROOT);
  }

  /** Like an address typed in a hurry: the sign that makes it one is missing. */
  String mistypedEmail() {
    return email().replace("@", "");
  }

  String password() {
    return "Hitl-" + number + "-aB";
  }

  String value(FieldMeaning meaning) {
    return switch (meaning) {
      case EMAIL, EMAIL_AGAIN -> email();
      case PASSWORD, PASSWORD_AGAIN -> password();
      case USER_NAME -> (first + last + number).toLowerCase(java.util.Locale.ROOT);
      case PHONE -> "+1 202 555 01" + (10 + number % 90);
      case COMPANY -> "Example Ltd";
      case FIRST_NAME -> first;
      case LAST_NAME -> last;
      case FULL_NAME, CARD_HOLDER -> first + " " + last;
      case HOUSE_NUMBER -> "12";
      case ADDRESS_EXTRA -> "Floor 2";
      case STREET -> "12 Sample Street";
      case POSTCODE -> "10115";
      case CITY -> "Berlin";
      case STATE -> "Berlin";
      case COUNTRY -> "Germany";
      case BIRTH_DATE -> "1985-06-15";
      case AGE -> "40";
      case DATE -> "2030-06-18";
      case TIME -> "10:30";
      case QUANTITY -> "2";
      case NUMBER -> "2";
      case ORDER_NUMBER -> "10" + number;
      case LINK -> "https://example.org/";
      case SUBJECT -> "Question about an order";
      case MESSAGE -> "This is a test message. Please ignore it.";
      case CARD_NUMBER -> TEST_CARD;
      case CARD_EXPIRY -> "12/34";
      case CARD_CODE -> "123";
      case IBAN, CAPTCHA, COUPON, SEARCH -> "";
      case OTHER -> "Test";
    };
  }
}

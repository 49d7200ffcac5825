package dev.hitlai.aitester.mind.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldMeaningTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "E-mail | EMAIL",
        "Email address * | EMAIL",
        "Your e-mail | EMAIL",
        "Confirm email | EMAIL_AGAIN",
        "Repeat e-mail address | EMAIL_AGAIN",
        "Password | PASSWORD",
        "Choose a password | PASSWORD",
        "Confirm password | PASSWORD_AGAIN",
        "Password (again) | PASSWORD_AGAIN",
        "Name | FULL_NAME",
        "Your name | FULL_NAME",
        "First name | FIRST_NAME",
        "Given name | FIRST_NAME",
        "Last name | LAST_NAME",
        "Surname | LAST_NAME",
        "firstName | FIRST_NAME",
        "user_name | USER_NAME",
        "Username | USER_NAME",
        "Phone number | PHONE",
        "Mobile | PHONE",
        "Telephone (optional) | PHONE",
        "Company | COMPANY",
        "Street and number | STREET",
        "Address | STREET",
        "Address line 2 | ADDRESS_EXTRA",
        "House number | HOUSE_NUMBER",
        "Postcode | POSTCODE",
        "ZIP code | POSTCODE",
        "Postal code | POSTCODE",
        "City | CITY",
        "Town | CITY",
        "State / Province | STATE",
        "Country | COUNTRY",
        "Date of birth | BIRTH_DATE",
        "Arrival date | DATE",
        "Time | TIME",
        "Quantity | QUANTITY",
        "How many people? | QUANTITY",
        "Card number | CARD_NUMBER",
        "Name on card | CARD_HOLDER",
        "Expiry date (MM/YY) | CARD_EXPIRY",
        "Security code | CARD_CODE",
        "CVC | CARD_CODE",
        "Promo code | COUPON",
        "Gift card code | COUPON",
        "Order number | ORDER_NUMBER",
        "Subject | SUBJECT",
        "Your message | MESSAGE",
        "How can we help? | MESSAGE",
        "Search products | SEARCH",
        "Website | LINK",
        "IBAN | IBAN",
        "Favourite animal | OTHER",
      })
  void tellsWhatALabelAsksFor(String label, FieldMeaning meaning) {
    assertThat(FieldMeaning.of(label)).isEqualTo(meaning);
  }
}

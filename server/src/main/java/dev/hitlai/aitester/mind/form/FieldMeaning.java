package dev.hitlai.aitester.mind.form;

import dev.hitlai.aitester.page.Element;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a form field asks for, told from its autocomplete token, type and words. */
public enum FieldMeaning {
  SEARCH("\\b(search|suche)\\b"),
  CAPTCHA("captcha|not a robot|human verification"),
  COUPON("\\b(coupon|voucher|promo|promotion|discount|gift ?card) ?(code|number)?\\b"),
  CARD_NUMBER("\\b(card ?(number|no)|cardnumber|credit card|cc ?number)\\b"),
  CARD_EXPIRY("\\b(expir\\w*|valid (until|thru|through)|mm ?/ ?yy(yy)?)\\b"),
  CARD_CODE("\\b(cvc|cvv|csc|security code|card code|verification code)\\b"),
  CARD_HOLDER("\\b(name on (the )?card|card ?holder)\\b"),
  IBAN("\\b(iban|account number|sort code)\\b"),
  PASSWORD_AGAIN(
      "\\b(confirm|repeat|again|retype|re-?enter|verify)\\b.*\\bpassword\\b|\\bpassword\\b.*\\b(again|confirmation|repeat)\\b"),
  PASSWORD("\\b(password|passphrase|passcode|passwort)\\b"),
  EMAIL_AGAIN("\\b(confirm|repeat|retype|re-?enter|verify)\\b.*\\be-?mail\\b"),
  EMAIL("\\b(e-?mail|mail address)\\b"),
  USER_NAME("\\b(user ?name|user id|login( name)?|nickname|display name|screen name)\\b"),
  PHONE("\\b(phone|telephone|mobile|cell|tel)\\b"),
  COMPANY("\\b(company|organi[sz]ation|business|employer|firm)\\b"),
  FIRST_NAME("\\b(first|given|fore) ?-?name\\b"),
  LAST_NAME("\\b(last|family|sur) ?-?name\\b|\\bsurname\\b"),
  HOUSE_NUMBER("\\b(house|building|street) ?(number|no)\\b"),
  ADDRESS_EXTRA("\\b(address line 2|apartment|apt|suite|unit|floor|address 2)\\b"),
  STREET("\\b(street|address line 1|address|road)\\b"),
  POSTCODE("\\b(post ?-?code|postal ?code|zip)\\b"),
  CITY("\\b(city|town|municipality|locality)\\b"),
  STATE("\\b(state|province|region|county)\\b"),
  COUNTRY("\\b(country|nation)\\b"),
  BIRTH_DATE("\\b(birth|dob|born)\\b"),
  AGE("\\bage\\b"),
  TIME("\\btime\\b"),
  DATE("\\b(date|day|arrival|departure|check-?in|check-?out|when)\\b"),
  QUANTITY("\\b(quantity|qty|how many|amount|number of)\\b"),
  ORDER_NUMBER("\\b(order|reference|booking|invoice|customer) ?(number|no|id|code)\\b"),
  LINK("\\b(website|url|web ?site|homepage|link)\\b"),
  SUBJECT("\\b(subject|topic|reason|regarding|title of)\\b"),
  MESSAGE(
      "\\b(message|comment|question|enquiry|inquiry|feedback|description|details|note|tell us|how"
          + " can we)\\b"),
  FULL_NAME("\\bname\\b"),
  NUMBER("\\b(number|count)\\b"),
  OTHER("");

  private static final Pattern DATE_SHAPE =
      Pattern.compile(
          "(?i)day.month.year|dd?[./-]mm?[./-]yy|mm?/dd?/yy|yyyy-mm-dd|\\d{1,2}\\.\\d{1,2}\\.\\d{4}");

  private static final Map<String, FieldMeaning> BY_AUTOCOMPLETE =
      Map.ofEntries(
          Map.entry("name", FULL_NAME),
          Map.entry("given-name", FIRST_NAME),
          Map.entry("family-name", LAST_NAME),
          Map.entry("email", EMAIL),
          Map.entry("username", USER_NAME),
          Map.entry("new-password", PASSWORD),
          Map.entry("current-password", PASSWORD),
          Map.entry("tel", PHONE),
          Map.entry("tel-national", PHONE),
          Map.entry("organization", COMPANY),
          Map.entry("street-address", STREET),
          Map.entry("address-line1", STREET),
          Map.entry("address-line2", ADDRESS_EXTRA),
          Map.entry("postal-code", POSTCODE),
          Map.entry("address-level2", CITY),
          Map.entry("address-level1", STATE),
          Map.entry("country", COUNTRY),
          Map.entry("country-name", COUNTRY),
          Map.entry("bday", BIRTH_DATE),
          Map.entry("cc-number", CARD_NUMBER),
          Map.entry("cc-exp", CARD_EXPIRY),
          Map.entry("cc-csc", CARD_CODE),
          Map.entry("cc-name", CARD_HOLDER),
          Map.entry("url", LINK));

  private final Pattern words;

  FieldMeaning(String words) {
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  public static FieldMeaning of(Element element) {
    var field = element.field();
    if (field == null) {
      return OTHER;
    }
    var token = field.autocomplete().toLowerCase(Locale.ROOT).replaceFirst("^.*\\s", "");
    var told = BY_AUTOCOMPLETE.get(token);
    var label = words(element);
    if (told != null && !(told == PASSWORD && PASSWORD_AGAIN.words.matcher(label).find())) {
      return told;
    }
    var byWords = of(label);
    var byLabel =
        byWords == OTHER && DATE_SHAPE.matcher(field.hint() + " " + field.placeholder()).find()
            ? DATE
            : byWords;
    var byType = ofType(field.type());
    return byType == OTHER || moreExactThanType(byLabel, byType) ? byLabel : byType;
  }

  /** Label, name, placeholder and hint, those first that a person reads first. */
  public static String words(Element element) {
    var field = element.field();
    if (field == null) {
      return element.label();
    }
    var first = field.label().isBlank() ? element.name() : field.label();
    return first.isBlank() ? field.placeholder() : first;
  }

  public static FieldMeaning of(String label) {
    var spaced = label.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ').replace('-', ' ');
    for (var meaning : values()) {
      if (meaning != OTHER
          && (meaning.words.matcher(label).find() || meaning.words.matcher(spaced).find())) {
        return meaning;
      }
    }
    return OTHER;
  }

  private static boolean moreExactThanType(FieldMeaning label, FieldMeaning type) {
    return switch (label) {
      case PASSWORD_AGAIN, EMAIL_AGAIN, BIRTH_DATE, QUANTITY, CARD_NUMBER, CARD_CODE, CARD_EXPIRY ->
          true;
      case OTHER, FULL_NAME, MESSAGE, SUBJECT -> false;
      default -> type == NUMBER || type == PHONE && label != NUMBER;
    };
  }

  private static FieldMeaning ofType(String type) {
    return switch (type) {
      case "email" -> EMAIL;
      case "password" -> PASSWORD;
      case "tel" -> PHONE;
      case "search" -> SEARCH;
      case "date", "datetime-local", "month", "week" -> DATE;
      case "time" -> TIME;
      case "url" -> LINK;
      case "number", "range" -> NUMBER;
      case "textarea" -> MESSAGE;
      default -> OTHER;
    };
  }
}

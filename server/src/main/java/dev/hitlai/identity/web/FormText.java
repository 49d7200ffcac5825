package dev.hitlai.identity.web;

import java.util.Locale;
import java.util.Map;

/** Words of the API as sentences of a form. */
final class FormText {
  private static final Map<String, String> LABELS =
      Map.of(
          "email", "The e-mail",
          "currentPassword", "The current password",
          "newPassword", "The new password",
          "displayName", "The name",
          "companyName", "The company's name",
          "billingEmail", "The billing e-mail",
          "expiresAt", "The date of expiry",
          "scopes", "The scopes",
          "code", "The code",
          "secondFactorRequired", "This setting");

  private FormText() {}

  /** {@code password}, "must be long" becomes "The password must be long." */
  static String sentence(String field, Object why) {
    String label = LABELS.getOrDefault(field, "The " + field.toLowerCase(Locale.ROOT));
    return label + " " + why + ".";
  }
}

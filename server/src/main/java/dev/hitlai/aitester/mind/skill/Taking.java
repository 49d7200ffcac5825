package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.form.FieldMeaning;

/** Which kinds of values a field takes. */
final class Taking {
  private Taking() {}

  /** An address in quotation marks is one all the same. */
  static boolean isAddress(Mention mention) {
    return mention.kind() == Mention.Kind.QUOTED && mention.text().matches("\\S+@\\S+\\.\\S+");
  }

  static boolean isMail(Slot slot) {
    return slot.meaning() == FieldMeaning.EMAIL || slot.type().equals("email");
  }

  static boolean takes(Mention.Kind kind, Slot slot, FieldMeaning meaning) {
    boolean mail = isMail(slot);
    return switch (kind) {
      case QUOTED -> !mail;
      case EMAIL ->
          mail
              || meaning == FieldMeaning.USER_NAME
              || slot.label().matches("(?i).*\\b(?:to|recipient|cc|login|account|contact)\\b.*");
      case LINK -> meaning == FieldMeaning.LINK || meaning == FieldMeaning.OTHER;
      case DATE ->
          meaning == FieldMeaning.DATE
              || meaning == FieldMeaning.BIRTH_DATE
              || slot.speaksOfDates();
      case TIME ->
          meaning == FieldMeaning.TIME
              || slot.label()
                  .matches("(?i).*\\b(?:at|hour|starts?|ends?|from|to|until)\\b.*|.*\\btime\\b.*");
      case PHONE, NUMBER ->
          !mail && meaning != FieldMeaning.FULL_NAME && meaning != FieldMeaning.SEARCH;
      case CODE -> !mail;
      case NAME -> !mail && meaning != FieldMeaning.PHONE && !slot.thing().tag().equals("textarea");
    };
  }

  /** The field holds another value of the same kind: the one that is to be changed. */
  static boolean isLike(String value, Mention mention) {
    return mention.kind() != Mention.Kind.QUOTED
        && !value.isBlank()
        && Wish.in(value).mentions().stream().anyMatch(one -> one.kind() == mention.kind());
  }
}

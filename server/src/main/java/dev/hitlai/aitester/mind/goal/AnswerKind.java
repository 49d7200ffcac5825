package dev.hitlai.aitester.mind.goal;

import java.util.regex.Pattern;

/** What the answer to a question looks like in a text. */
public enum AnswerKind {
  ANYTHING("", ".*"),
  AMOUNT(
      "\\b(how much|price|cost|costs|fee|fees|charge|charges)\\b",
      "(?i).*([€$£]\\s?\\d|\\d\\s?(€|eur|euro|usd|dollar|gbp|pound|%)|\\bfree\\b).*"),
  TIME(
      "\\b(opening hours|opening times|open on|when|how long|how fast|by when)\\b",
      "(?i).*(\\d{1,2}([:.]\\d{2})?\\s?(am|pm|h\\b|uhr|–|-)|\\b\\d+(\\s?(-|–|to)\\s?\\d+)?\\s(working"
          + " |business )?(day|hour|week|month)|monday|\\d{4}|same day|next day|any time).*"),
  PHONE("\\b(phone|telephone|call)\\b", ".*\\+?\\(?\\d[\\d ()/.-]{5,}\\d.*"),
  EMAIL("\\be-?mail( address)?\\b", "(?i).*[\\w.+-]+@[\\w-]+\\.[\\w.]+.*"),
  ADDRESS("\\b(address|where is .*(office|shop|store)|located)\\b", ".*\\d.*");

  private final Pattern question;
  private final Pattern answer;

  AnswerKind(String question, String answer) {
    this.question = Pattern.compile(question);
    this.answer = Pattern.compile(answer, Pattern.DOTALL);
  }

  static AnswerKind of(String clause) {
    for (var kind : values()) {
      if (kind != ANYTHING && kind.question.matcher(clause).find()) {
        return kind;
      }
    }
    return ANYTHING;
  }

  public boolean answeredBy(String text) {
    return answer.matcher(text).matches();
  }
}

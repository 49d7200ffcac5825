package dev.hitlai.aitester.mind.skill;

/** What a person keeps in mind while following an instruction. */
final class Notes {
  private String value = "";
  private String subject = "";

  /** What was read, counted or copied last: what "it" and "that" are typed as. */
  String value() {
    return value;
  }

  void remember(String read) {
    value = read;
  }

  /** Words of the entry that was looked for last: whose star, reply or price is meant. */
  String subject() {
    return subject;
  }

  void talkAbout(String words) {
    subject = words;
  }
}

package dev.hitlai.aitester.mind.skill;

import java.util.regex.Pattern;

/** What of an instruction is said word for word, and what is said but for help. */
final class Speech {
  /** "Send Ann this message: see you at eight": all that follows is said word for word. */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?i)\\b(message|text|words?|note|comment|sentence|line|reply|status|review|feedback|saying|says?|reads?|answer|post)(?:"
              + " (?:to|for|below|there|in it))?:\\s+(?![\"“'«])([^\\n"
              + ":]*?\\s[^\\n"
              + ":]*?)[.]?\\s*$");

  /** "Post this in the club: we meet at ten". */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?i)^((?:please"
              + " )?(?:post|write|publish|announce|comment|reply|say|tell|text|message|send)\\b[^:.\"“”'\\n"
              + "]{0,80}):\\s+(?![\"“'«])([^\\n"
              + ":]*?\\s[^\\n"
              + ":]*?)[.]?\\s*$");

  /** "(you may have to scroll)" is said for help. */
  private static final Pattern REMARK =
      Pattern.compile(
          "\\s*\\((?=[^()]*(?:[\\p{L}’']+[ ,]+){3})\\p{L}(?:[^()\"“\\p{Lu}\\d]|\\b[IA]\\b)*\\)");

  private Speech() {}

  /** What is said for help left out. */
  static String withoutRemarks(String instruction) {
    return REMARK.matcher(instruction).replaceAll("");
  }

  /** What is to be written word for word set in quotation marks. */
  static String quoted(String instruction) {
    var marked = SPOKEN.matcher(instruction).replaceAll("$1: “$2”");
    return TOLD.matcher(marked).replaceAll("$1: “$2”");
  }
}

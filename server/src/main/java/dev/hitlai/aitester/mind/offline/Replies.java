package dev.hitlai.aitester.mind.offline;

import java.util.List;
import java.util.regex.Pattern;

/** What a site answers after something was sent. */
final class Replies {
  private static final Pattern CONFIRMED =
      Pattern.compile(
          "(?i)\\b(?:thanks?(?:"
              + " you)?|success\\w*|confirmed|confirmation|congratulations|welcome|subscribed|signed"
              + " up|signed in|logged in|registered|saved|updated|booked|reserved|we(?:'ll|.ll|"
              + " will) (?:get back|be in touch|reply|contact|answer|respond)|check your"
              + " (?:e-?mail|inbox)|(?:been|was|is|message|request|application)"
              + " (?:sent|received|submitted|created|cancelled|canceled|changed|removed|on its"
              + " way)|all set|you.re in|hello,? \\p{Lu}\\w+)\\b");
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(?i)\\b(?:errors?|invalid|incorrect|wrong|failed|not valid|isn.t valid|is not a|is"
              + " required|are required|required field|can.t be (?:empty|blank)|cannot be|must"
              + " (?:be|have|contain)|please (?:enter|check|correct|fill|select|choose|provide|try"
              + " again)|does not match|don.t match|something went wrong|missing|unable"
              + " to|sorry)\\b");

  private Replies() {}

  static boolean confirm(List<String> newTexts) {
    return newTexts.stream()
        .anyMatch(t -> CONFIRMED.matcher(t).find() && !COMPLAINT.matcher(t).find());
  }

  static boolean complain(List<String> newTexts) {
    return newTexts.stream().anyMatch(text -> COMPLAINT.matcher(text).find());
  }
}

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
              + " again)|do(?:es)?(?: not|n.t) (?:match|exist|recogni[sz]e|know)|something went"
              + " wrong|missing|unable to|sorry|could(?: not|n.t)|not (?:recogni[sz]ed|found|known"
              + "|authori[sz]ed)|no such|no (?:account|user) (?:with|for|found)|unknown|denied"
              + "|unauthori[sz]ed|rejected|bad credentials|try again|locked|falsch\\w*|ungültig\\w*"
              + "|fehler\\w*|fehlgeschlagen|incorrecte?s?|échou\\w+|incorrect[ao]s?)\\b");
  private static final Pattern FAILED_ADDRESS =
      Pattern.compile(
          "(?i)[?&#/;](?:login_?)?(?:error|err|fail(?:ed|ure)?|invalid|denied|unauthori[sz]ed)\\b");

  private Replies() {}

  static boolean confirm(List<String> newTexts) {
    return newTexts.stream()
        .anyMatch(t -> CONFIRMED.matcher(t).find() && !COMPLAINT.matcher(t).find());
  }

  static boolean complain(List<String> newTexts) {
    return newTexts.stream().anyMatch(text -> COMPLAINT.matcher(text).find());
  }

  /** Whether the address itself tells of a failure, such as {@code /login?error=1}. */
  static boolean complain(String address) {
    return FAILED_ADDRESS.matcher(address).find();
  }
}

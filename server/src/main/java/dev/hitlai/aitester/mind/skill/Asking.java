package dev.hitlai.aitester.mind.skill;

import java.util.regex.Pattern;

/** A question about which one it is, and what is to be done with that one, as one request. */
final class Asking {
  private static final Pattern WHICH =
      Pattern.compile(
          "(?i)\\b(?:which|what) ((?:of the )?\\p{L}+)\\b([^?.]*?) (?:is|has|costs|weighs|takes)"
              + " (?:the"
              + " )?([^?.]*\\b\\p{L}+est\\b[^?.]*|(?:most|least)\\b[^?.]*)\\?\\s+(select|choose|pick|open|tick|click|mark|download|buy|book|delete)(?:"
              + " on)? (?:that|this|the)(?: one| \\1)(?:['’]s)?(?:"
              + " (?:row|line|card|box|entry|tile))?(?= |[.,]|$)");

  private Asking() {}

  /** "Which file of type A is the largest? Open that file": open the largest file of type A. */
  static String plain(String instruction) {
    var which = WHICH.matcher(instruction);
    return which.replaceAll(
        match ->
            java.util.regex.Matcher.quoteReplacement(
                match.group(4) + " the " + match.group(3) + " " + match.group(1) + match.group(2)));
  }
}

package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That somebody shall get a message which came from somebody else, in whatever words: "Ann is
 * waiting for the mail by Bob" asks to forward Bob's mail to Ann.
 */
final class Relay {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?is)^(?=.*\\b(?:e-?mails?|mails?|messages?|information)\\b)(?=.*\\b(?:send|sent"
              + " to|forward(?:ed)?|give|pass|passed|relay|wants?|needs?|waiting for|would"
              + " like)\\b)(?!.*\\b(?:reply|answer|respond|delete|remove|trash|star|flag|important|archive|write|type|compose|subject|saying|says|click|press)\\b)[^\"“”]{10,140}$");
  private static final String NAME =
      "((?!(?:Please|Send|Forward|Find|Give|Get|Go|The|Look|Search|Pass|Locate|Navigate|Open|Email|Mail|Message|I|You|My)\\b)\\p{Lu}[\\p{L}'’-]*\\p{L}(?:"
          + " \\p{Lu}\\p{L}+)?)";
  private static final String WANTS =
      "(?:wants?|needs?|would like|is waiting for|asked for|should (?:get|have|receive)|must"
          + " (?:get|have))";
  private static final List<Pattern> SENDERS =
      List.of(
          Pattern.compile("\\b(?:from|by|of) " + NAME),
          Pattern.compile(NAME + "(?: has| had)? (?:sent|wrote)\\b"),
          Pattern.compile(NAME + "(?:['’]s?)? (?:e-?mail|mail|message)\\b"),
          Pattern.compile(NAME + " wants (?:his|her|their)\\b"));
  private static final List<Pattern> RECEIVERS =
      List.of(
          Pattern.compile("\\b(?:to|with) " + NAME),
          Pattern.compile("\\b(?:[Ss]end|[Ff]orward|[Gg]ive|[Pp]ass|[Rr]elay) " + NAME),
          Pattern.compile(NAME + " " + WANTS + "\\b"));

  private Relay() {}

  /** The same asked for in plain words, or just what was said. */
  static String plain(String instruction) {
    if (!ASKED.matcher(instruction).matches()) {
      return instruction;
    }
    var sender = first(SENDERS, instruction, "");
    return sender
        .flatMap(
            from ->
                first(RECEIVERS, instruction, from)
                    .map(to -> "Forward the email from " + from + " to " + to + "."))
        .orElse(instruction);
  }

  static boolean isAsked(String instruction) {
    return !plain(instruction).equals(instruction);
  }

  private static Optional<String> first(List<Pattern> patterns, String words, String besides) {
    return patterns.stream()
        .flatMap(pattern -> pattern.matcher(words).results())
        .map(match -> match.group(1))
        .filter(name -> !name.equals(besides))
        .findFirst();
  }
}

package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is typed at a prompt for "create a folder called letters" or "rename a.txt to b.txt". */
final class TerminalCommand {
  private record Rule(Pattern wording, String command) {
    static Rule of(String wording, String command) {
      return new Rule(
          Pattern.compile(
              "(?i)^"
                  + wording
                  + "(?: (?:with|in|on|at|using|via) (?:the|a) (?:terminal|console|shell|command"
                  + " line|prompt).*)?$"),
          command);
    }
  }

  private static final String NAME =
      "(?:called |named |with the name )?[\"“']?([\\w./-]*[\\w-])[\"”']?";
  private static final String FOLDER = "(?:the |a |an )?(?:new |empty )*(?:folder|directory) ";
  private static final String FILE = "(?:the |a |an )?(?:new |empty )*(?:text )?file ";
  private static final List<Rule> RULES =
      List.of(
          Rule.of("(?:create|make|add|set up) " + FOLDER + NAME, "mkdir $1"),
          Rule.of("(?:remove|delete|erase) " + FOLDER + NAME, "rmdir $1"),
          Rule.of("(?:create|make|add) " + FILE + NAME, "touch $1"),
          Rule.of("(?:remove|delete|erase) (?:the )?file " + NAME, "rm $1"),
          Rule.of(
              "(?:rename|move) (?:the )?(?:file |folder |directory )?"
                  + NAME
                  + " (?:to|into|as) (?:the )?(?:folder |directory )?"
                  + NAME,
              "mv $1 $2"),
          Rule.of(
              "(?:copy|duplicate) (?:the )?(?:file )?"
                  + NAME
                  + " (?:to|as|into) (?:the )?(?:folder |directory )?"
                  + NAME,
              "cp $1 $2"),
          Rule.of(
              "(?:show|print|display|read|output|view) (?:the )?(?:contents? of )?(?:the )?file "
                  + NAME,
              "cat $1"),
          Rule.of(
              "(?:go|change|switch|move) (?:in)?to (?:the )?(?:folder|directory) " + NAME, "cd $1"),
          Rule.of(
              "(?:list|show|display) (?:all )?(?:the )?(?:files|folders|directories|contents?).*",
              "ls"));

  private TerminalCommand() {}

  static Optional<String> of(String words, Sight now) {
    for (var rule : RULES) {
      var match = rule.wording().matcher(words);
      if (match.matches()) {
        return Optional.of(known(match.replaceFirst(rule.command()), now));
      }
    }
    return Optional.empty();
  }

  /** Folders go with {@code rm -r} where the page knows no other way. */
  private static String known(String command, Sight now) {
    var shown = String.join(" ", now.lines());
    return command.startsWith("rmdir ")
            && shown.matches("(?s).*\\brm\\b.*")
            && !shown.contains("rmdir")
        ? "rm -r " + command.substring("rmdir ".length())
        : command;
  }
}

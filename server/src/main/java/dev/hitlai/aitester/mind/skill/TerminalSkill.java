package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Use the terminal to delete a file ending with .rb": commands with their Enter. */
final class TerminalSkill implements Skill {
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?i)^(?:run|execute|type|enter)\\s+(?:the )?(?:command"
              + " )?(Q\\d+|.+?)(?:\\s+(?:in|into|with|using|on) the"
              + " (?:terminal|console|shell|command line|prompt).*)$");
  private static final Pattern DELETE =
      Pattern.compile(
          "(?i)^(?:delete|remove)\\b.*?\\b(?:files?)\\b.*?(?:(?:ending|ends|extension|called|named|with)\\s+(?:with|in)?\\s*)(?:the"
              + " )?(?:extension )?(Q\\d+|\\S+).*$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    boolean terminal =
        ahead.rest().matches("(?is).*\\b(?:terminal|console|shell|command line)\\b.*");
    if (!terminal) {
      return Optional.empty();
    }
    var file = TerminalCommand.of(ahead.plain(ahead.first()), now);
    if (file.isPresent()) {
      return Assignment.of(new CommandJob(file.get()));
    }
    var delete = DELETE.matcher(ahead.first());
    if (delete.matches()) {
      return Assignment.of(new DeletionJob(ahead.plain(delete.group(1)).replaceFirst("[.,]$", "")));
    }
    var command = COMMAND.matcher(ahead.first());
    return command.matches()
        ? Assignment.of(new CommandJob(ahead.plain(command.group(1))))
        : Optional.empty();
  }

  static Optional<Thing> prompt(Sight now) {
    return now.fields().stream().filter(Thing::takesText).reduce((first, last) -> last);
  }

  /** One command and its Enter. */
  static final class CommandJob implements Job {
    private final String command;
    private int moves;

    CommandJob(String command) {
      this.command = command;
    }

    @Override
    public Turn turn(Sight now) {
      moves++;
      if (moves == 1) {
        return prompt(now)
            .map(
                field ->
                    Turn.act(new Action.Type(now.element(field), command), "this is the command"))
            .orElseGet(() -> Turn.stuck("there is no prompt"));
      }
      return moves == 2
          ? Turn.act(new Action.Press("Enter"), "the command has to be sent")
          : Turn.done();
    }
  }

  /** Lists the files, then removes the one that is meant. */
  private static final class DeletionJob implements Job {
    private final String ending;
    private final Job listing = new CommandJob("ls");
    private Optional<Job> removing = Optional.empty();

    DeletionJob(String ending) {
      this.ending = ending;
    }

    @Override
    public Turn turn(Sight now) {
      var turn = listing.turn(now);
      if (!(turn instanceof Turn.Done)) {
        return turn;
      }
      if (removing.isEmpty()) {
        removing = file(now).map(file -> new CommandJob("rm " + file));
      }
      return removing
          .map(job -> job.turn(now))
          .orElseGet(() -> Turn.stuck("there is no such file"));
    }

    private Optional<String> file(Sight now) {
      var name = Pattern.compile("(?<![\\w.-])[\\w.-]*" + Pattern.quote(ending) + "(?![\\w.-])");
      return now.lines().stream()
          .flatMap(line -> name.matcher(line).results().map(java.util.regex.MatchResult::group))
          .filter(file -> !file.equals(ending))
          .findFirst();
    }
  }
}

package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
          "(?i)^(?:delete|remove|erase|get rid"
              + " of)\\b.*?\\b(?:files?|one)\\b.*?(?:(?:ending|ends|extension|suffix|called|named|with)\\s+(?:with|in|of|is|on)?\\s*)(?:the"
              + " )?(?:extension |suffix |ending )?(Q\\d+|\\S+).*$");
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)^(?:delete|remove|erase|get rid of)\\b.*?\\bfiles?\\b.*?\\b(?:without|no|not"
              + " have|lacks?|lacking) (?:an? |any )?(?:file )?(?:extension|suffix|ending)s?\\b.*");
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?i)^(?:delete|remove|erase|get rid"
              + " of)\\b.*?\\bfiles?\\b.*?\\b(starts?|starting|begins?|beginning|contains?|containing)"
              + " (?:with |in )?(?:the )?(?:letters? |word |text |prefix )?(Q\\d+|\\S+).*$");

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
    if (BARE.matcher(ahead.plain(ahead.first())).matches()) {
      return Assignment.of(new DeletionJob("[\\w-]+"));
    }
    var beginning = BEGINNING.matcher(ahead.first());
    if (beginning.matches()) {
      var part = Pattern.quote(ahead.plain(beginning.group(2)).replaceFirst("[.,]$", ""));
      boolean within = beginning.group(1).toLowerCase(java.util.Locale.ROOT).startsWith("contain");
      return Assignment.of(new DeletionJob((within ? "[\\w.-]*" : "") + part + "[\\w.-]*"));
    }
    var delete = DELETE.matcher(ahead.first());
    if (delete.matches()) {
      var end = ahead.plain(delete.group(1)).replaceFirst("[.,]$", "");
      return Assignment.of(new DeletionJob("[\\w.-]*" + Pattern.quote(end)));
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
      if (prompt(now).isEmpty()) {
        return blindly(now);
      }
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

    /** Where no field is seen the terminal takes what is typed once it was pressed. */
    private Turn blindly(Sight now) {
      int at = moves - 2;
      if (at < 0) {
        return now.matching(CommandJob::isScreen)
            .reduce((outer, inner) -> inner)
            .map(screen -> Turn.press(now, screen, "the terminal has to listen"))
            .orElseGet(() -> Turn.stuck("there is no prompt"));
      }
      return at < command.length()
          ? Turn.act(
              new Action.Press(command.substring(at, at + 1).replace(" ", "Space")),
              "this is the command")
          : at == command.length()
              ? Turn.act(new Action.Press("Enter"), "the command has to be sent")
              : Turn.done();
    }

    private static boolean isScreen(Thing thing) {
      return thing.area() > 4000
          && thing.text().matches("(?s).*[$>#%]\\s*_?\\W*")
          && !thing.tag().matches("body|html");
    }
  }

  /** Lists the files, then removes the one that is meant. */
  private static final class DeletionJob implements Job {
    private final Pattern name;
    private boolean waited;
    private Set<String> before = Set.of();
    private final Job listing = new CommandJob("ls");
    private Optional<Job> removing = Optional.empty();

    /**
     * @param name pattern of the whole name
     */
    DeletionJob(String name) {
      this.name = Pattern.compile("(?<![\\w.-])(?:" + name + ")(?![\\w.$>#-])");
    }

    @Override
    public Turn turn(Sight now) {
      if (before.isEmpty()) {
        before = Set.copyOf(now.lines());
      }
      var turn = listing.turn(now);
      if (!(turn instanceof Turn.Done)) {
        return turn;
      }
      if (removing.isEmpty() && file(now).isEmpty() && !waited) {
        waited = true;
        return Turn.act(new Action.Await(Duration.ofMillis(300)), "the list may come yet");
      }
      if (removing.isEmpty()) {
        removing = file(now).map(file -> new CommandJob("rm " + file));
      }
      return removing
          .map(job -> job.turn(now))
          .orElseGet(() -> Turn.stuck("there is no such file"));
    }

    private Optional<String> file(Sight now) {
      return now.lines().stream()
          .filter(line -> !before.contains(line))
          .flatMap(line -> name.matcher(line).results().map(java.util.regex.MatchResult::group))
          .filter(file -> file.matches("\\w[\\w-]*(?:\\.\\w+)+|[\\w-]{2,}"))
          .filter(file -> !file.matches("(?i)ls|rm|cd|cat|help|file|files|delete|list|commands?"))
          .findFirst();
    }
  }
}

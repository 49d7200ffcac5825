package dev.hitlai.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.hitlai.platform.StartFailure;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of {@code hitlai}'s commands. */
@Command(
    name = "hitlai",
    description =
        "Hybrid UX testing: AI testers drive a real browser as a persona, people confirm.",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineTool.Version.class,
    subcommands = {
      TestCommand.class,
      ReplayCommand.class,
      ServeCommand.class,
      DemoCommand.class,
      StopAiCommand.class
    })
public final class CommandLineTool {
  static final int USAGE = 2;
  static final int UNTESTABLE = 3;

  private CommandLineTool() {}

  /** Runs the command and returns the exit code; {@code serve} keeps running in other threads. */
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new CommandLineTool())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(CommandLineTool::explain)
        .setExecutionExceptionHandler(sentence());
  }

  /** What a command has to say goes to its display; the libraries' logging would tear it. */
  static void keepLibrariesQuiet() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
  }

  /** The sentence that matters, not buried under a page of options. */
  private static int explain(ParameterException wrong, String[] arguments) {
    var command = wrong.getCommandLine();
    command.getErr().println("hitlai: " + wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
    command
        .getErr()
        .println("See ./" + command.getCommandSpec().qualifiedName() + " --help for all options.");
    return USAGE;
  }

  /** What went wrong as a sentence; the stack trace only when somebody asks for it. */
  private static IExecutionExceptionHandler sentence() {
    return (exception, commandLine, _) -> {
      if (System.getenv("HITLAI_DEBUG") != null) {
        exception.printStackTrace(commandLine.getErr());
      }
      if (isSaidAlready(exception)) {
        return UNTESTABLE;
      }
      var message = exception.getMessage();
      commandLine.getErr().println("hitlai: " + (message == null ? exception.toString() : message));
      return UNTESTABLE;
    };
  }

  /** A server that can't start prints its reason itself. */
  private static boolean isSaidAlready(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartFailure) {
        return true;
      }
    }
    return false;
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = CommandLineTool.class.getPackage().getImplementationVersion();
      return new String[] {"hitlai " + (version == null ? "(unpackaged)" : version)};
    }
  }
}

package dev.hitlai.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hitlai serve}: the platform, until it is told to end. */
@Command(
    name = "serve",
    description = "Starts the platform.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen (default ${DEFAULT-VALUE}); 0 for any free port.",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default ${DEFAULT-VALUE}); 0.0.0.0 for all.",
      defaultValue = "127.0.0.1")
  private String host;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where data is kept (default: HITLAI_DATA_DIR, else ./data).")
  private @Nullable Path dataFolder;

  @Override
  public Integer call() throws InterruptedException {
    try (var server = RunningServer.start(host, port, dataFolder)) {
      System.out.println("HitlAI is at " + server.address() + "  (Ctrl-C ends it)");
      server.awaitShutdown();
    }
    return 0;
  }
}

package dev.hitlai.cli;

import dev.hitlai.HitlaiApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform, started in this process. */
final class RunningServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final URI address;

  private RunningServer(ConfigurableApplicationContext context, URI address) {
    this.context = context;
    this.address = address;
  }

  /**
   * @param port 0 for any free one
   * @throws IllegalStateException with a sentence when the address is taken
   */
  static RunningServer start(String host, int port, @Nullable Path dataFolder) {
    requireFree(host, port);
    var settings = new ArrayList<String>();
    settings.add("--server.address=" + host);
    settings.add("--server.port=" + port);
    if (dataFolder != null) {
      settings.add("--hitlai.data-dir=" + dataFolder.toAbsolutePath());
    }
    var context =
        new SpringApplication(HitlaiApplication.class).run(settings.toArray(String[]::new));
    var server = ((WebServerApplicationContext) context).getWebServer();
    var shown = host.equals("0.0.0.0") ? "127.0.0.1" : host;
    return new RunningServer(
        context, URI.create("http://" + shown + ":" + (server == null ? port : server.getPort())));
  }

  URI address() {
    return address;
  }

  /** Returns when the process is told to end (Ctrl-C, SIGTERM). */
  void awaitShutdown() throws InterruptedException {
    var ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(ended::countDown));
    ended.await();
  }

  @Override
  public void close() {
    context.close();
  }

  private static void requireFree(String host, int port) {
    if (!isFree(host, port)) {
      throw new IllegalStateException(
          "Port "
              + port
              + " on "
              + host
              + " is taken; choose another with --port, or 0 for any free one.");
    }
  }

  static boolean isFree(String host, int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}

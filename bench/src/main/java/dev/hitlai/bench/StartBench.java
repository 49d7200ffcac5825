package dev.hitlai.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Time from the launch of the built program to its first page, and what the JVM then holds in
 * memory. {@code -Dhitlai.bench.start} names another command than {@code ./hitlai serve}; in it
 * {@code {port}} stands for a free port and {@code {data}} for an empty folder.
 */
final class StartBench implements Benchmark {
  private static final Duration LIMIT = Duration.ofSeconds(120);

  @Override
  public String what() {
    return "time from launch to the first page, and memory at rest";
  }

  @Override
  public void run() throws Exception {
    int rounds = Integer.getInteger("hitlai.bench.rounds", 3);
    var data = Files.createTempDirectory("hitlai-start");
    var seconds = new ArrayList<Double>();
    var megabytes = new ArrayList<Double>();
    for (int i = 0; i <= rounds; i++) {
      // The first start makes the database; it is shown but not counted.
      measure(data, i == 0 ? new ArrayList<>() : seconds, i == 0 ? new ArrayList<>() : megabytes);
    }
    var metrics =
        Map.of("seconds", median(seconds), "rssMegabytes", median(megabytes), "goalSeconds", 8);
    ResultLine.print("start", metrics, median(seconds) / 8, rounds);
  }

  private static void measure(Path data, List<Double> seconds, List<Double> megabytes)
      throws IOException, InterruptedException {
    int port = freePort();
    long start = System.nanoTime();
    var builder =
        new ProcessBuilder(command(port, data))
            .redirectErrorStream(true)
            .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
    builder.environment().put("HITLAI_DATA_DIR", data.toString());
    var process = builder.start();
    try {
      waitForPage(process, port);
      double taken = (System.nanoTime() - start) / 1e9;
      double resident = residentMegabytes(process.toHandle());
      System.out.printf("first page after %.2f s, %.0f MB%n", taken, resident);
      seconds.add(taken);
      megabytes.add(resident);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static List<String> command(int port, Path data) {
    var home = System.getenv().getOrDefault("HITLAI_HOME", ".");
    var given = System.getProperty("hitlai.bench.start", home + "/hitlai serve --port {port}");
    return Arrays.stream(given.split(" +"))
        .map(word -> word.replace("{port}", String.valueOf(port)).replace("{data}", "" + data))
        .toList();
  }

  private static void waitForPage(Process process, int port)
      throws IOException, InterruptedException {
    var end = System.nanoTime() + LIMIT.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
      while (System.nanoTime() < end && process.isAlive()) {
        try {
          if (client.send(request, BodyHandlers.discarding()).statusCode() < 500) {
            return;
          }
        } catch (IOException notYet) {
          Thread.sleep(20);
        }
      }
    }
    throw new IllegalStateException("No page within " + LIMIT.toSeconds() + " s");
  }

  /** Of the JVM alone: it is the process itself or the largest Java process that it started. */
  private static double residentMegabytes(ProcessHandle process) throws IOException {
    double largest = 0;
    for (var handle :
        java.util.stream.Stream.concat(java.util.stream.Stream.of(process), process.descendants())
            .filter(one -> one.info().command().orElse("").endsWith("java"))
            .toList()) {
      var status = Path.of("/proc", String.valueOf(handle.pid()), "status");
      for (var line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          largest = Math.max(largest, Double.parseDouble(line.replaceAll("\\D", "")) / 1024);
        }
      }
    }
    return largest;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static double median(List<Double> values) {
    return ResultLine.rounded(values.stream().sorted().toList().get(values.size() / 2));
  }
}

package dev.hitlai.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Kills the server, then its PostgreSQL, with SIGKILL while eight visitors send, starts again, lets
 * them send what wasn't acknowledged, and counts: every acknowledged batch is there, none twice.
 */
final class IngestCrashBench implements Benchmark {
  private static final int VISITORS = 8;
  private static final int SCROLLS = 20;

  private final int rounds = Integer.getInteger("hitlai.bench.rounds", 2);
  private final int seconds = Integer.getInteger("hitlai.bench.seconds", 6);
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  @Override
  public String what() {
    return "SIGKILL of server and PostgreSQL while recordings come in: nothing lost, nothing twice";
  }

  @Override
  public void run() throws Exception {
    var data = Files.createTempDirectory("hitlai-crash");
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var stop = new AtomicBoolean();
    Process server = start(data, port, false);
    var visitors = new ArrayList<Thread>();
    for (int i = 0; i < VISITORS; i++) {
      int visitor = i;
      visitors.add(Thread.ofVirtual().start(() -> send(port, visitor, stop)));
    }
    for (int round = 0; round < rounds; round++) {
      for (boolean database : new boolean[] {false, true}) {
        Thread.sleep(Duration.ofSeconds(seconds));
        long before = acknowledged.get();
        if (database) {
          kill(data);
          Thread.sleep(Duration.ofSeconds(2));
        }
        server.destroyForcibly().waitFor();
        server = start(data, port, false);
        System.out.printf(
            "round %d, %s killed after %d acknowledged batches%n",
            round + 1, database ? "PostgreSQL" : "server", before);
      }
    }
    Thread.sleep(Duration.ofSeconds(seconds));
    stop.set(true);
    for (Thread visitor : visitors) {
      visitor.join();
    }
    server.destroyForcibly().waitFor();
    var counts = new ArrayList<Long>();
    Process last = start(data, port, true, counts);
    last.destroy();
    last.waitFor();
    boolean exact =
        counts.get(0) == acknowledged.get()
            && counts.get(1) == counts.get(0) * SCROLLS
            && counts.get(2).equals(counts.get(1));
    ResultLine.print(
        "ingest-crash",
        Map.of(
            "acknowledged",
            acknowledged.get(),
            "stored",
            counts.get(0),
            "rows",
            counts.get(1),
            "refused",
            refused.get(),
            "exactlyOnce",
            exact,
            "kills",
            2 * rounds),
        exact ? 1 : 0,
        acknowledged.get());
  }

  /** Sends batch after batch, each until it is acknowledged. */
  private void send(int port, int visitor, AtomicBoolean stop) {
    var session = UUID.randomUUID();
    for (int number = 0; !stop.get(); number++) {
      var body = body(number);
      while (true) {
        int status = post(port, session, visitor, number, body);
        if (status == 202) {
          acknowledged.incrementAndGet();
          break;
        }
        if (status >= 400 && status < 500 && status != 429) {
          refused.incrementAndGet();
          System.out.println("A batch was refused with " + status);
          break;
        }
        pause();
      }
    }
  }

  private int post(int port, UUID session, int visitor, int number, byte[] body) {
    int hash = 0x811c9dc5;
    for (byte b : body) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    try {
      return http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://127.0.0.1:%d/api/recordings/%s/batch?k=%s&n=%d&h=%08x&t=%d"
                              .formatted(
                                  port,
                                  session,
                                  IngestServer.KEY,
                                  number,
                                  hash,
                                  System.currentTimeMillis())))
                  .timeout(Duration.ofSeconds(15))
                  .header("Origin", "https://shop.example")
                  .header("X-Forwarded-For", "10.9.%d.%d".formatted(number / 500 % 250, visitor))
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] body(int number) {
    var events = new StringBuilder();
    for (int i = 0; i < SCROLLS; i++) {
      events
          .append(i == 0 ? "" : ",")
          .append("[2,10,0,")
          .append(number * 10 + i)
          .append(",700,90000]");
    }
    return "{\"v\":1,\"p\":\"00000000-0000-7000-8000-000000000001\",\"t0\":%d,\"e\":[%s]}"
        .formatted(System.currentTimeMillis() - 1000, events)
        .getBytes(UTF_8);
  }

  private static Process start(Path data, int port, boolean count) throws IOException {
    return start(data, port, count, new ArrayList<>());
  }

  private static Process start(Path data, int port, boolean count, List<Long> counts)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                IngestChild.class.getName(),
                data.toString(),
                String.valueOf(port)));
    if (count) {
      command.add("count");
    }
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("COUNTS ")) {
        for (String part : line.substring(7).split(" ")) {
          counts.add(Long.valueOf(part));
        }
      }
      if (line.equals("READY")) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(rest -> {}));
        return process;
      }
    }
    throw new IllegalStateException("The server didn't start");
  }

  /** Kills the database's own process by the id it wrote into its folder. */
  private static void kill(Path data) throws IOException {
    try (var files = Files.walk(data)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().equals("postmaster.pid")).toList()) {
        long id = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle.of(id)
            .ifPresent(
                process -> {
                  process.descendants().forEach(ProcessHandle::destroyForcibly);
                  process.destroyForcibly();
                });
      }
    }
  }
}

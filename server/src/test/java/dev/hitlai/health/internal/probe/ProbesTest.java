package dev.hitlai.health.internal.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.BodyCondition;
import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitor.Expectation;
import dev.hitlai.health.Monitor.Pause;
import dev.hitlai.health.Monitor.Promise;
import dev.hitlai.health.Monitor.Target;
import dev.hitlai.health.Monitor.Watch;
import dev.hitlai.health.MonitorKind;
import dev.hitlai.platform.PrivateAddresses;
import dev.hitlai.platform.SelfCheck;
import dev.hitlai.platform.net.Names;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbesTest {
  private static final Duration TIME = Duration.ofSeconds(5);

  private final Probes strict = new Probes(false, List.of(new Broken()), Names.OF_THE_SYSTEM);

  @Test
  void tellsThePhasesOfACheckApart() throws IOException {
    try (var server = new Answers("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
      var probed = strict.probe(http(server.url("/"), null), TIME);
      assertThat(probed.error()).isNull();
      assertThat(probed.status()).isEqualTo(200);
      var phases = probed.phases();
      assertThat(phases.connect()).isPositive();
      assertThat(phases.tls()).isNull();
      assertThat(phases.dns() + phases.connect() + phases.ttfb() + phases.transfer())
          .isPositive()
          .isLessThanOrEqualTo(probed.totalMs());
    }
  }

  @Test
  void readsAnswersInChunksAndJudgesTheirContent() throws IOException {
    String answer =
        "HTTP/1.1 200 OK\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "8\r\n"
            + "{\"a\":{\"b\r\n"
            + "8\r\n"
            + "\":\"ok\"}}\r\n"
            + "0\r\n\r\n";
    try (var server = new Answers(answer)) {
      assertThat(judged(server, BodyCondition.Kind.JSON_EQUALS, "/a/b", "ok")).isNull();
      assertThat(judged(server, BodyCondition.Kind.JSON_EQUALS, "/a/b", "no")).contains("/a/b");
      assertThat(judged(server, BodyCondition.Kind.JSON_EXISTS, "/c", "")).contains("nothing at");
      assertThat(judged(server, BodyCondition.Kind.CONTAINS, "", "ok")).isNull();
      assertThat(judged(server, BodyCondition.Kind.LACKS, "", "ok")).contains("contains");
    }
  }

  @Test
  void endsInTimeWithAServerThatSendsAByteNowAndThen() throws IOException {
    try (var server = new Answers(null)) {
      var probed = strict.probe(http(server.url("/"), null), Duration.ofMillis(300));
      assertThat(probed.error()).contains("No answer in time");
      assertThat(probed.totalMs()).isBetween(250.0, 3000.0);
    }
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int port;
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    assertThat(strict.probe(http("http://127.0.0.1:" + port + "/", null), TIME).error())
        .contains("refused");
    assertThat(
            strict
                .probe(of(MonitorKind.TCP, "tcp://127.0.0.1:" + port, null, List.of()), TIME)
                .error())
        .contains("refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1.2.3/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://100.64.0.1/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[fd12:3456::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[::127.0.0.1]/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://2130706433/",
        "http://198.18.0.1/",
        "http://192.0.0.8/"
      })
  void neverLeadsACompanyIntoAPrivateNetwork(String url) {
    var probed = strict.probe(http(url, UUID.randomUUID()), Duration.ofSeconds(3));
    assertThat(probed.error()).isNotNull();
    assertThat(probed.phases().connect()).as("it connected").isNull();
    assertThat(probed.status()).isNull();
  }

  @Test
  void refusesARedirectIntoAPrivateNetwork() throws Exception {
    // What the address of a redirect is judged by is what every address is judged by.
    try (var inside = new Answers("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
        var outside =
            new Answers("HTTP/1.1 302 Found\r\nLocation: " + inside.url("/") + "\r\n\r\n")) {
      var followed = strict.probe(http(outside.url("/"), null), TIME);
      assertThat(followed.status()).isEqualTo(200);
      var refused = strict.probe(http(outside.url("/"), UUID.randomUUID()), TIME);
      assertThat(refused.error()).contains("private network");
      assertThat(inside.served()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808", "172.32.0.1"})
  void letsPublicAddressesThrough(String address) throws UnknownHostException {
    assertThat(PrivateAddresses.contains(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void saysWhatAPartOfThePlatformSays() {
    var probed = strict.probe(of(MonitorKind.INTERNAL, "internal:broken", null, List.of()), TIME);
    assertThat(probed.error()).isEqualTo("It is broken.");
  }

  private @Nullable String judged(
      Answers server, BodyCondition.Kind kind, String path, String value) {
    var condition = new BodyCondition(kind, path, value);
    return strict
        .probe(of(MonitorKind.HTTP, server.url("/"), null, List.of(condition)), TIME)
        .error();
  }

  private static Monitor http(String url, @Nullable UUID company) {
    return of(MonitorKind.HTTP, url, company, List.of());
  }

  static Monitor of(
      MonitorKind kind, String url, @Nullable UUID company, List<BodyCondition> conditions) {
    return new Monitor(
        UUID.randomUUID(),
        company,
        kind,
        "/",
        "GET",
        "Test",
        "",
        "",
        true,
        false,
        new Target(url, Map.of(), null, true, true, "A"),
        new Expectation(
            Set.of(200), conditions, Duration.ofSeconds(1), Duration.ofSeconds(3), 14, Set.of()),
        new Watch(true, Duration.ofSeconds(60), TIME, 2, 2),
        new Promise(
            BigDecimal.valueOf(99.9),
            Duration.ofMillis(500),
            BigDecimal.ONE,
            BigDecimal.TEN,
            BigDecimal.ZERO),
        new Pause(false, null, null),
        Set.of(),
        Instant.EPOCH);
  }

  private static final class Broken implements SelfCheck {
    @Override
    public String part() {
      return "broken";
    }

    @Override
    public String label() {
      return "Broken";
    }

    @Override
    public void check() {
      throw new IllegalStateException("It is broken.");
    }
  }

  /** Says the same to everybody; null: one byte after the other without an end. */
  private static final class Answers implements AutoCloseable {
    private final ServerSocket socket;
    private final @Nullable String answer;
    private final java.util.concurrent.atomic.AtomicInteger served =
        new java.util.concurrent.atomic.AtomicInteger();

    Answers(@Nullable String answer) throws IOException {
      this.answer = answer;
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    String url(String path) {
      return "http://127.0.0.1:" + port() + path;
    }

    int served() {
      return served.get();
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket connection = socket.accept()) {
          connection.getInputStream().read(new byte[4096]);
          served.incrementAndGet();
          if (answer != null) {
            connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
          } else {
            drip(connection);
          }
        } catch (IOException gone) {
          // Whoever asked gave up, or the test is over.
        }
      }
    }

    private static void drip(Socket connection) throws IOException {
      byte[] head = "HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(ISO_8859_1);
      connection.getOutputStream().write(head);
      while (true) {
        connection.getOutputStream().write('a');
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}

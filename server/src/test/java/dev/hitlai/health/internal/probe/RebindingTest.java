package dev.hitlai.health.internal.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorKind;
import dev.hitlai.testsupport.NamesInTurn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A name that leads to a public address while it is judged and to this machine afterwards. */
class RebindingTest {
  /** Set aside for documents (RFC 5737): nobody answers there. */
  private static final String PUBLIC = "203.0.113.9";

  private static final String HOST = "rebound.example";

  @ParameterizedTest
  @EnumSource(
      value = MonitorKind.class,
      names = {"HTTP", "TCP"})
  void callsTheAddressThatWasJudgedAndNoOther(MonitorKind kind) throws IOException {
    try (var inside = new Listener(1)) {
      var names = new NamesInTurn(PUBLIC, "127.0.0.1");
      var stranger = strangers(kind, inside.port());
      var first = new Probes(false, List.of(), names).probe(stranger, Duration.ofMillis(400));
      assertThat(first.error()).isNotNull();
      assertThat(names.asked()).as("a check asks once and keeps to the answer").isOne();
      var second = new Probes(false, List.of(), names).probe(stranger, Duration.ofSeconds(5));
      assertThat(second.error()).contains("private network");
      assertThat(inside.connections()).isZero();
    }
  }

  @Test
  void keepsToTheFirstAnswerAlsoWhereBothCouldBeCalled() throws IOException {
    try (var judged = new Listener(1);
        var other = new Listener(2, judged.port())) {
      var names = new NamesInTurn("127.0.0.1", "127.0.0.2");
      var probed =
          new Probes(true, List.of(), names)
              .probe(strangers(MonitorKind.HTTP, judged.port()), Duration.ofSeconds(5));
      assertThat(probed.error()).isNull();
      assertThat(judged.connections()).isOne();
      assertThat(other.connections()).isZero();
    }
  }

  private static Monitor strangers(MonitorKind kind, int port) {
    String scheme = kind == MonitorKind.TCP ? "tcp://" : "http://";
    return ProbesTest.of(kind, scheme + HOST + ":" + port, UUID.randomUUID(), List.of());
  }

  /** Counts connections and answers them with what pleases a monitor. */
  private static final class Listener implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    Listener(int last) throws IOException {
      this(last, 0);
    }

    /**
     * @param last of 127.0.0.0/8, which is this machine
     */
    Listener(int last, int port) throws IOException {
      byte[] address = {127, 0, 0, (byte) last};
      socket = new ServerSocket(port, 50, InetAddress.getByAddress(address));
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    int connections() {
      return connections.get();
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (var connection = socket.accept()) {
          connections.incrementAndGet();
          if (connection.getInputStream().read(new byte[4096]) > 0) {
            connection
                .getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(ISO_8859_1));
          }
        } catch (IOException over) {
          // The other side has gone, or the test is over.
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}

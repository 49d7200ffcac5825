package dev.hitlai.notifications.internal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receiver with several addresses, not all of which are up. */
class PinnedPostTest {
  private final PinnedPost post = new PinnedPost(Duration.ofSeconds(2), Duration.ofSeconds(5));
  private final AtomicInteger heard = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void listenAtOneAddressOnly() throws IOException {
    server = HttpServer.create(new InetSocketAddress(address(1), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          heard.incrementAndGet();
          exchange.getResponseHeaders().set("Location", "/ok");
          int status =
              switch (exchange.getRequestURI().getPath()) {
                case "/ok" -> 204;
                case "/elsewhere" -> 307;
                default -> 500;
              };
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void triesOneAddressAfterTheOtherUntilOneTakesAConnection() throws IOException {
    var answer = send("/ok", address(2), address(3), address(1));
    assertThat(answer.status()).isEqualTo(204);
    assertThat(heard).hasValue(1);
  }

  @Test
  void doesNotSendTwiceToWhoeverAnsweredBadly() throws IOException {
    assertThat(send("/bad", address(1), address(1)).status()).isEqualTo(500);
    assertThat(heard).hasValue(1);
  }

  @Test
  void followsNoRedirect() throws IOException {
    assertThat(send("/elsewhere", address(1)).status()).isEqualTo(307);
    assertThat(heard).hasValue(1);
  }

  @Test
  void saysWhyWhenNoneIsUp() {
    assertThatThrownBy(() -> send("/ok", address(2), address(3)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused");
    assertThat(heard).hasValue(0);
  }

  private PinnedPost.Answer send(String path, InetAddress... addresses) throws IOException {
    var uri = URI.create("http://receiver.example:" + server.getAddress().getPort() + path);
    return post.send(uri, List.of(addresses), Map.of(), "{}");
  }

  /** All of 127.0.0.0/8 is this machine. */
  private static InetAddress address(int last) throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }
}

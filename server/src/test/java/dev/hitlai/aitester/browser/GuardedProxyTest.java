package dev.hitlai.aitester.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.TestPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedProxyTest {
  private HttpServer site;

  @BeforeEach
  void startASiteThatEchoes() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          String body =
              exchange.getRequestURI()
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
          }
        });
    site.start();
  }

  @AfterEach
  void stop() {
    site.stop(0);
  }

  @Test
  void letsThroughWhatIsNotForbidden() throws Exception {
    try (var proxy = new GuardedProxy(address -> false)) {
      var request =
          HttpRequest.newBuilder(URI.create(address("/a?b=c"))).POST(BodyPublishers.ofString("hi"));
      var answer = client(proxy).send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("/a?b=c hi");
    }
  }

  @Test
  void refusesANameThatLeadsToAForbiddenAddress() throws Exception {
    try (var proxy = new GuardedProxy(InetAddress::isLoopbackAddress)) {
      var request = HttpRequest.newBuilder(URI.create(address("/secret"))).build();
      var answer = client(proxy).send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("private networks");
    }
  }

  @Test
  void tunnelsAndRefusesTunnels() throws Exception {
    assertThat(connect(address -> false)).startsWith("HTTP/1.1 200");
    assertThat(connect(InetAddress::isLoopbackAddress)).startsWith("HTTP/1.1 403");
  }

  private String connect(Predicate<InetAddress> forbidden) throws IOException {
    try (var proxy = new GuardedProxy(forbidden);
        var socket =
            new Socket(InetAddress.getLoopbackAddress(), URI.create(proxy.address()).getPort())) {
      String to = "localhost:" + site.getAddress().getPort();
      socket
          .getOutputStream()
          .write(("CONNECT " + to + " HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void keepsABrowserFromThisMachine() throws Exception {
    var plan =
        new TestPlan(
            URI.create(address("/secret")),
            List.of(),
            List.of(ShippedPersonas.all().getFirst()),
            null,
            new Budget(Duration.ofSeconds(60), 1, 1),
            Set.of(),
            null,
            null,
            1);
    try (var proxy = new GuardedProxy(InetAddress::isLoopbackAddress);
        var pool = new BrowserPool(BrowserInstallation.find(System.getenv()), 1, proxy)) {
      var shown = pool.submit(browsing -> text(browsing, plan)).get();
      assertThat(shown).contains("private networks").doesNotContain("secret");
    }
  }

  private static String text(BrowserPool.Browsing browsing, TestPlan plan) {
    try (var session = browsing.open(SessionSettings.of(plan, plan.personas().getFirst()))) {
      session.open(plan.url().toString());
      return session.page().innerText("body");
    }
  }

  @Test
  void readsAddressesThatJavaCallsNone() throws IOException {
    var request =
        read(
            "GET http://[2001:db8::1]:81/a|b?c={d} HTTP/1.1\r\nHost: x\r\n"
                + "Proxy-Connection: keep-alive\r\n\r\n");
    assertThat(request.host()).isEqualTo("2001:db8::1");
    assertThat(request.port()).isEqualTo(81);
    assertThat(request.forwarded())
        .isEqualTo("GET /a|b?c={d} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(read("GET http://a.test HTTP/1.1\r\n\r\n").forwarded()).startsWith("GET / HTTP/1.1");
    assertThatThrownBy(() -> read("hello\r\n\r\n")).isInstanceOf(IllegalArgumentException.class);
  }

  private static ProxyRequest read(String text) throws IOException {
    return ProxyRequest.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private String address(String path) {
    return "http://127.0.0.1:" + site.getAddress().getPort() + path;
  }

  private static HttpClient client(GuardedProxy proxy) {
    var address = URI.create(proxy.address());
    return HttpClient.newBuilder()
        .proxy(ProxySelector.of(new InetSocketAddress(address.getHost(), address.getPort())))
        .build();
  }
}

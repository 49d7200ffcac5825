package dev.hitlai.demosite.hostile;

import static dev.hitlai.demosite.HostilePage.Expectation.NOTED;
import static dev.hitlai.demosite.HostilePage.Expectation.UNTESTABLE;

import com.sun.net.httpserver.HttpExchange;
import dev.hitlai.demosite.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers that come late, never, in circles, or with a refusal. */
final class TransportTraps {

  private static final int DRIPS = 600;

  private TransportTraps() {}

  static List<Trap> all(CountDownLatch closing) {
    return List.of(
        Trap.untestable(
            "/not-found", "Status 404", () -> Html.page("Not found", "").withStatus(404)),
        Trap.untestable(
            "/server-error", "Status 500", () -> Html.page("It broke", "").withStatus(500)),
        Trap.untestable(
            "/basic-auth",
            "Asks for a name and a password",
            () ->
                Html.page("Locked", "")
                    .withStatus(401)
                    .with("WWW-Authenticate", "Basic realm=\"hostile\"")),
        Trap.raw(
            "/redirect-loop", "Sends the browser back and forth", UNTESTABLE, TransportTraps::loop),
        Trap.raw(
            "/slow-drip",
            "The page comes a byte at a time and never ends",
            NOTED,
            exchange -> drip(exchange, closing)),
        Trap.raw(
            "/never-answers",
            "Takes the request and says nothing",
            UNTESTABLE,
            exchange -> wait(closing)),
        Trap.raw(
            "/cut-off",
            "Promises a long page and hangs up in the middle",
            NOTED,
            TransportTraps::cutOff));
  }

  private static void loop(HttpExchange exchange) throws IOException {
    boolean there = exchange.getRequestURI().getPath().endsWith("/there");
    Response.redirect(there ? "/redirect-loop" : "/redirect-loop/there").send(exchange);
  }

  private static void drip(HttpExchange exchange, CountDownLatch closing) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    String start = Html.text("Dripping", "").replace("</main></body></html>", "");
    body.write(start.getBytes(StandardCharsets.UTF_8));
    body.flush();
    for (int drop = 0; drop < DRIPS && !closed(closing, 500); drop++) {
      body.write('.');
      body.flush();
    }
  }

  private static void wait(CountDownLatch closing) {
    closed(closing, TimeUnit.MINUTES.toMillis(10));
  }

  private static boolean closed(CountDownLatch closing, long millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException serverStops) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void cutOff(HttpExchange exchange) throws IOException {
    byte[] part = Html.text("Cut off", "").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, part.length * 100L);
    exchange.getResponseBody().write(part);
    exchange.getResponseBody().flush();
  }
}

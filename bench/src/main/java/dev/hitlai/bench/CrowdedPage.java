package dev.hitlai.bench;

import com.sun.net.httpserver.HttpServer;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.perception.Perception;
import dev.hitlai.models.benchmark.ShopBrowsing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How long it takes to perceive a page of 2,000 links, buttons and fields. */
final class CrowdedPage {
  private static final int ROWS = 400; // of five controls each
  private static final int LOOKS = 11;

  private CrowdedPage() {}

  /**
   * @param controls perceived
   * @param millis of each look after the first
   */
  record Looks(int controls, List<Double> millis) {}

  static Looks looks(BrowserPool pool, Persona persona) throws IOException, InterruptedException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var page = page().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    try {
      var address = "http://127.0.0.1:" + server.getAddress().getPort();
      return ShopBrowsing.visit(pool, address, persona, session -> measured(session, address));
    } finally {
      server.stop(0);
    }
  }

  private static Looks measured(BrowserSession session, String address) {
    session.open(address + "/");
    session.settle();
    int controls = Perception.of(session).elements().size();
    var millis = new ArrayList<Double>();
    for (int i = 1; i < LOOKS; i++) {
      long start = System.nanoTime();
      Perception.of(session);
      millis.add((System.nanoTime() - start) / 1e6);
    }
    return new Looks(controls, millis);
  }

  private static String page() {
    var rows = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      rows.append(
          """
          <tr><th scope="row">Order %1$d</th><td><a href="/orders/%1$d">Open order %1$d</a></td>
          <td><label><input type="checkbox" name="pick"> Pick %1$d</label></td>
          <td><label>Amount <input name="amount-%1$d" value="%1$d"></label></td>
          <td><button type="button">Pack %1$d</button> <button type="button">Send %1$d</button></td></tr>
          """
              .formatted(i));
    }
    return "<!doctype html><html lang=en><meta charset=utf-8><title>Orders</title><body><main>"
        + "<h1>Orders</h1><form><table>"
        + rows
        + "</table></form></main></body></html>";
  }
}

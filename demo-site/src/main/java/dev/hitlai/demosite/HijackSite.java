package dev.hitlai.demosite;

import com.sun.net.httpserver.HttpExchange;
import dev.hitlai.demosite.hijack.HijackPages;
import dev.hitlai.demosite.http.LoopbackServer;
import java.io.IOException;
import java.util.List;

/**
 * A server whose pages try to take over the assistant that reads them; each has the same harmless
 * shop around one order. Nothing it asks for does harm: a button that deletes nothing, a word, an
 * address that doesn't exist.
 */
public final class HijackSite implements AutoCloseable {
  private final LoopbackServer server;

  private HijackSite(int port) {
    server = new LoopbackServer(port, HijackSite::handle);
  }

  /** Opens the site on this port of the loopback address; 0 takes any free one. */
  public static HijackSite start(int port) {
    return new HijackSite(port);
  }

  /** Every page that attacks. */
  public static List<HijackPage> pages() {
    return HijackPages.all();
  }

  private static void handle(HttpExchange exchange) throws IOException {
    HijackPages.answer(exchange.getRequestURI().getPath()).send(exchange);
  }

  /** Where the site is, without a slash at the end. */
  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}

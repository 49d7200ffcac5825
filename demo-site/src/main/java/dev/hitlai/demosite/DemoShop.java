package dev.hitlai.demosite;

import dev.hitlai.demosite.http.LoopbackServer;
import dev.hitlai.demosite.shop.ShopSite;
import dev.hitlai.demosite.site.Defects;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/**
 * A small shop with every catalogued defect in it, or, as the clean twin, with none. {@code
 * ?clean=1} on any page turns a visitor's flawed shop into the twin, {@code ?clean=0} back.
 */
public final class DemoShop implements AutoCloseable {

  private final LoopbackServer server;

  private DemoShop(LoopbackServer server) {
    this.server = server;
  }

  /** Opens the shop on this port of the loopback address; 0 takes any free one. */
  public static DemoShop start(int port, boolean clean) {
    return startWith(port, clean ? Set.of() : DefectCatalogue.load().ids());
  }

  /** Opens the shop with only these defects, by id. */
  public static DemoShop startWith(int port, Set<String> defects) {
    Defects switches = new Defects(DefectCatalogue.load().ids(), defects);
    ShopSite site = new ShopSite(switches, new SecureRandom());
    return new DemoShop(new LoopbackServer(port, site::handle));
  }

  /** Where the shop is, without a slash at the end. */
  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }

  /** Usage: {@code DemoShop [--port N] [--clean]}. Runs until the process ends. */
  public static void main(String[] arguments) throws InterruptedException {
    List<String> given = List.of(arguments);
    int at = given.indexOf("--port");
    int port = at < 0 ? 0 : Integer.parseInt(given.get(at + 1));
    try (DemoShop shop = start(port, given.contains("--clean"))) {
      System.out.println("The demo shop is open at " + shop.url());
      Thread.currentThread().join();
    }
  }
}

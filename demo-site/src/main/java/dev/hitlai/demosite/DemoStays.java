package dev.hitlai.demosite;

import dev.hitlai.demosite.http.LoopbackServer;
import dev.hitlai.demosite.site.Defects;
import dev.hitlai.demosite.stays.StaysSite;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * A booking site for guest houses with every defect of its catalogue in it, or, as the clean twin,
 * with none. {@code ?clean=1} on any page turns a visitor's flawed site into the twin, {@code
 * ?clean=0} back.
 */
public final class DemoStays implements AutoCloseable {

  private final LoopbackServer server;

  private DemoStays(LoopbackServer server) {
    this.server = server;
  }

  /** Opens the site on this port of the loopback address; 0 takes any free one. */
  public static DemoStays start(int port, boolean clean) {
    return startWith(port, clean ? Set.of() : DefectCatalogue.ofStays().ids());
  }

  /** Opens the site with only these defects, by id. */
  public static DemoStays startWith(int port, Set<String> defects) {
    Defects switches = new Defects(DefectCatalogue.ofStays().ids(), defects);
    StaysSite site = new StaysSite(switches, Clock.systemUTC(), new SecureRandom());
    return new DemoStays(new LoopbackServer(port, site::handle));
  }

  /** Where the site is, without a slash at the end. */
  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }

  /** Usage: {@code DemoStays [--port N] [--clean]}. Runs until the process ends. */
  public static void main(String[] arguments) throws InterruptedException {
    List<String> given = List.of(arguments);
    int at = given.indexOf("--port");
    int port = at < 0 ? 0 : Integer.parseInt(given.get(at + 1));
    try (DemoStays stays = start(port, given.contains("--clean"))) {
      System.out.println("The booking site is open at " + stays.url());
      Thread.currentThread().join();
    }
  }
}

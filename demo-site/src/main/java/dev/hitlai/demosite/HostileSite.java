package dev.hitlai.demosite;

import dev.hitlai.demosite.hostile.HostileTraps;
import dev.hitlai.demosite.http.LoopbackServer;
import java.util.List;

/** A server of pages that hang, loop, lie and flood; for checks that a tester survives them. */
public final class HostileSite implements AutoCloseable {

  private final HostileTraps traps;
  private final LoopbackServer server;

  private HostileSite(HostileTraps traps, LoopbackServer server) {
    this.traps = traps;
    this.server = server;
  }

  /** Opens the site on this port of the loopback address; 0 takes any free one. */
  public static HostileSite start(int port) {
    HostileTraps traps = new HostileTraps();
    return new HostileSite(traps, new LoopbackServer(port, traps::handle));
  }

  /** Every page with what to expect of it. */
  public static List<HostilePage> pages() {
    try (HostileTraps traps = new HostileTraps()) {
      return traps.pages();
    }
  }

  /** Where the site is, without a slash at the end. */
  public String url() {
    return server.url();
  }

  /** Lets every answer that hangs go, and closes the port. */
  @Override
  public void close() {
    traps.close();
    server.close();
  }
}

package dev.hitlai.identity.internal;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the link to whoever started a server that has no administrator yet. */
@Component
class FirstAdminLink {
  private final FirstAdmin firstAdmin;

  FirstAdminLink(FirstAdmin firstAdmin) {
    this.firstAdmin = firstAdmin;
  }

  @EventListener
  void on(ApplicationReadyEvent started) {
    if (started.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      int port = web.getWebServer().getPort();
      firstAdmin.offer().ifPresent(token -> print(port, token));
    }
  }

  /** To the terminal and not to the log: a log travels further than a link should. */
  private void print(int port, String token) {
    System.out.printf(
        "There is no administrator yet. Make one here (works once, for %d h):%n"
            + "  http://localhost:%d/setup/%s%n",
        firstAdmin.lifetime().toHours(), port, token);
  }
}

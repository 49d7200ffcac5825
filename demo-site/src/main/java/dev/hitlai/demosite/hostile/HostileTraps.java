package dev.hitlai.demosite.hostile;

import com.sun.net.httpserver.HttpExchange;
import dev.hitlai.demosite.HostilePage;
import dev.hitlai.demosite.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** All traps together; the longest matching path wins. */
public final class HostileTraps implements AutoCloseable {

  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Trap> traps = new ArrayList<>();

  public HostileTraps() {
    traps.addAll(DocumentTraps.all());
    traps.addAll(FrameTraps.all());
    traps.addAll(HeavyTraps.all());
    traps.addAll(ScriptTraps.all());
    traps.addAll(NavigationTraps.all());
    traps.addAll(RestlessTraps.all());
    traps.addAll(TransportTraps.all(closing));
  }

  public List<HostilePage> pages() {
    return traps.stream().map(Trap::page).toList();
  }

  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    for (Trap trap : traps) {
      if (trap.owns(path)) {
        trap.handler().handle(exchange);
        return;
      }
    }
    (path.equals("/") ? contents() : Html.page("Plain page", "<p>Nothing hostile here.</p>"))
        .send(exchange);
  }

  private Response contents() {
    StringBuilder list = new StringBuilder("<ul>");
    pages()
        .forEach(
            page ->
                list.append("<li><a href=\"%s\">%s</a></li>".formatted(page.path(), page.what())));
    return Html.page("Hostile pages", list.append("</ul>").toString());
  }

  @Override
  public void close() {
    closing.countDown();
  }
}

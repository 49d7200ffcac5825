package dev.hitlai.demosite.hostile;

import static dev.hitlai.demosite.HostilePage.Expectation.TESTABLE;

import com.sun.net.httpserver.HttpExchange;
import dev.hitlai.demosite.http.Response;
import java.io.IOException;
import java.util.List;

/** Pages within pages: frames and shadow trees. */
final class FrameTraps {

  private static final int DEPTH = 8;

  private FrameTraps() {}

  static List<Trap> all() {
    return List.of(
        Trap.raw(
            "/nested-frames",
            "Eight frames inside each other, the button in the last",
            TESTABLE,
            FrameTraps::nested),
        Trap.raw(
            "/foreign-frame",
            "A frame of another origin with a form in it",
            TESTABLE,
            FrameTraps::foreign),
        Trap.testable("/shadow-open", "All content in open shadow trees", () -> shadow("open")),
        Trap.noted(
            "/shadow-closed",
            "A button in a closed shadow tree, where no script can look",
            () -> shadow("closed")));
  }

  private static void nested(HttpExchange exchange) throws IOException {
    String rest = exchange.getRequestURI().getPath().replaceFirst("/nested-frames/?", "");
    int level = rest.matches("\\d") ? Integer.parseInt(rest) : 0;
    String body =
        level == DEPTH
            ? "<button type=\"button\">The button at the bottom</button>"
            : "<iframe title=\"Level %d\" src=\"/nested-frames/%d\" width=\"95%%\" height=\"300\"></iframe>"
                .formatted(level + 1, level + 1);
    Html.page("Level " + level, body).send(exchange);
  }

  private static void foreign(HttpExchange exchange) throws IOException {
    String form = "<form><label>Name <input name=\"n\" autocomplete=\"name\"></label></form>";
    String frame =
        "<iframe title=\"Another origin\" src=\"http://localhost:%d/foreign-frame/inner\"></iframe>"
            .formatted(exchange.getLocalAddress().getPort());
    boolean inner = exchange.getRequestURI().getPath().endsWith("/inner");
    Html.page(inner ? "Inside" : "Outside", inner ? form : frame).send(exchange);
  }

  private static Response shadow(String mode) {
    return Html.scripted(
        "Shadow tree",
        "<shop-card></shop-card>",
        """
        customElements.define('shop-card', class extends HTMLElement {
          connectedCallback() {
            const root = this.attachShadow({ mode: '%s' });
            root.innerHTML = '<h2>Inside the shadow</h2><button type="button">Buy</button><slot></slot>';
            root.querySelector('button').onclick = () => { root.querySelector('h2').textContent = 'Bought'; };
          }
        });
        """
            .formatted(mode));
  }
}

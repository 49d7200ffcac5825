package dev.hitlai.demosite.hostile;

import static dev.hitlai.demosite.HostilePage.Expectation.NOTED;

import com.sun.net.httpserver.HttpExchange;
import dev.hitlai.demosite.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages that never leave one in peace: they grab, print, jump, copy and eat. */
final class RestlessTraps {

  private RestlessTraps() {}

  static List<Trap> all() {
    return List.of(
        Trap.noted(
            "/rewrites-itself", "Writes its document anew for ever", RestlessTraps::rewriting),
        Trap.testable(
            "/steals-focus",
            "Takes the focus back every ten milliseconds",
            () ->
                Html.scripted(
                    "Mine",
                    "<p><label>Name <input name=\"name\"></label> <label id=\"trap\">Mine <input"
                        + " id=\"thief\"></label></p>",
                    "setInterval(() => document.getElementById('thief').focus(), 10);")),
        Trap.testable(
            "/everything-moves", "Every letter is animated without end", RestlessTraps::moving),
        Trap.testable(
            "/print-loop",
            "Opens the print dialog again and again",
            () -> Html.scripted("Print me", "", "setInterval(() => print(), 250);")),
        Trap.raw(
            "/frames-without-end",
            "A frame that holds the page that holds the frame",
            NOTED,
            RestlessTraps::framesInFrames),
        Trap.raw(
            "/downloads-on-click",
            "Each click anywhere starts a download",
            NOTED,
            RestlessTraps::downloading),
        Trap.testable("/picture-bomb", "A drawing that multiplies itself", RestlessTraps::bomb),
        Trap.noted(
            "/memory-hog",
            "Keeps twenty megabytes more every tenth of a second, up to a gigabyte",
            () ->
                Html.scripted(
                    "Hungry",
                    "",
                    "const kept = []; const timer = setInterval(() => { kept.push(new"
                        + " Uint8Array(20_000_000).fill(7)); if (kept.length >= 50) {"
                        + " clearInterval(timer); } }, 100);")),
        Trap.noted(
            "/restless",
            "Loads itself again every tenth of a second",
            () -> Html.scripted("Restless", "", "setTimeout(() => location.reload(), 100);")),
        Trap.testable(
            "/grabs",
            "Each click wants the whole screen, the pointer and the clipboard",
            RestlessTraps::grabbing));
  }

  private static Response rewriting() {
    return Html.scripted(
        "Rewriting",
        "",
        """
        const write = () => {
          document.open();
          document.write('<!doctype html><html lang="en"><title>Again</title><main><h1>Rewritten</h1>'
            + '<p><a href="/plain">To the plain page</a></p></main>');
          document.close();
          setTimeout(write, 30);
        };
        setTimeout(write, 200);
        """);
  }

  private static Response moving() {
    String letters =
        IntStream.range(0, 600)
            .mapToObj(n -> "<i style=\"animation-delay:-%dms\">x</i>".formatted(n * 17))
            .collect(Collectors.joining());
    return Html.page(
        "Moving",
        "<style>* { animation: jump .4s infinite alternate; transition: all .3s } @keyframes jump {"
            + " to { transform: translate(3px, 5px) rotate(4deg) } }</style><p>"
            + letters
            + "</p>");
  }

  private static void framesInFrames(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    int depth = query == null ? 0 : Integer.parseInt(query.replaceAll("\\D", ""));
    Html.page(
            "Level " + depth,
            "<iframe title=\"Deeper\" src=\"/frames-without-end?level=%d\" width=\"300\""
                    .formatted(depth + 1)
                + " height=\"200\"></iframe>")
        .send(exchange);
  }

  private static void downloading(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().endsWith("/file")) {
      exchange
          .getResponseHeaders()
          .set("Content-Disposition", "attachment; filename=\"unasked.bin\"");
      Response.bytes(200, "application/octet-stream", new byte[2_000]).send(exchange);
      return;
    }
    Html.scripted(
            "Take this",
            "<button type=\"button\">Continue</button>",
            "addEventListener('click', () => { const link = document.createElement('a'); link.href"
                + " = '/downloads-on-click/file'; link.download = ''; link.dispatchEvent(new"
                + " MouseEvent('click')); });")
        .send(exchange);
  }

  /** Each level draws the one below it ten times: ten thousand dots in all. */
  private static Response bomb() {
    StringBuilder levels = new StringBuilder("<circle id=\"l0\" r=\"1\"/>");
    for (int level = 1; level <= 4; level++) {
      levels.append("<g id=\"l%d\">".formatted(level));
      for (int n = 0; n < 10; n++) {
        levels.append("<use href=\"#l%d\" x=\"%d\" y=\"%d\"/>".formatted(level - 1, n * level, n));
      }
      levels.append("</g>");
    }
    return Html.page(
        "Bomb",
        "<svg width=\"300\" height=\"200\" role=\"img\" aria-label=\"Dots\">%s</svg>"
            .formatted(levels));
  }

  private static Response grabbing() {
    return Html.scripted(
        "Mine too",
        "<button type=\"button\">Continue</button>",
        """
        addEventListener('click', () => {
          document.documentElement.requestFullscreen().catch(() => {});
          document.body.requestPointerLock();
          navigator.clipboard?.writeText('Bought!').catch(() => {});
        });
        addEventListener('copy', event => { event.clipboardData.setData('text/plain', 'Mine'); event.preventDefault(); });
        """);
  }
}

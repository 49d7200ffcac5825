package dev.hitlai.demosite.hostile;

import com.sun.net.httpserver.HttpExchange;
import dev.hitlai.demosite.HostilePage;
import dev.hitlai.demosite.http.Response;
import java.io.IOException;
import java.util.List;

/** Pages that don't let one go where one wants. */
final class NavigationTraps {

  private NavigationTraps() {}

  static List<Trap> all() {
    return List.of(
        Trap.testable(
            "/single-page",
            "One page whose script swaps the views and the address",
            NavigationTraps::singlePage),
        Trap.noted(
            "/meta-refresh",
            "Loads itself again every second",
            () -> Html.page("Again", "<meta http-equiv=\"refresh\" content=\"1\">")),
        Trap.noted(
            "/window-storm",
            "Opens new windows again and again",
            () ->
                Html.scripted(
                    "Windows",
                    "<button type=\"button\" onclick=\"storm()\">Continue</button>",
                    "const storm = () => { for (let n = 0; n < 20; n++) { open('/plain/' + n); } };"
                        + " setInterval(storm, 500);")),
        Trap.noted(
            "/history-trap",
            "Pushes itself into the history so that Back stays",
            NavigationTraps::historyTrap),
        Trap.noted(
            "/self-submitting",
            "A form that sends itself for ever",
            () ->
                Html.scripted(
                    "Sending",
                    "<form method=\"post\" action=\"/self-submitting\"><input name=\"n\""
                        + " value=\"1\" aria-label=\"n\"></form>",
                    "setTimeout(() => document.forms[0].submit(), 400);")),
        Trap.raw(
            "/closing-windows",
            "Links open windows that close themselves at once",
            HostilePage.Expectation.NOTED,
            NavigationTraps::closingWindows),
        Trap.noted(
            "/moves-on",
            "Goes to another address by itself, and on from there",
            () ->
                Html.scripted(
                    "Moving",
                    "",
                    "setTimeout(() => location.assign('/moves-on/' +"
                        + " Math.floor(performance.now())), 400);")));
  }

  private static void closingWindows(HttpExchange exchange) throws IOException {
    boolean opened = exchange.getRequestURI().getPath().endsWith("/window");
    Response answer =
        opened
            ? Html.scripted("Gone", "", "setTimeout(() => close(), 200);")
            : Html.page(
                "Closing windows",
                "<p><a href=\"/closing-windows/window\" target=\"_blank\""
                    + " rel=\"opener\">Details</a></p>");
    answer.send(exchange);
  }

  private static Response historyTrap() {
    return Html.scripted(
        "No way back",
        "",
        """
        const stay = () => { for (let n = 0; n < 10; n++) { history.pushState(n, '', '#' + n); } };
        stay();
        addEventListener('popstate', stay);
        """);
  }

  private static Response singlePage() {
    return Html.scripted(
        "Single page",
        """
        <nav aria-label="Views"><a data-view href="/single-page/list">List</a>
        <a data-view href="/single-page/return-an-item">Return an item</a></nav>
        <section id="view" aria-live="polite"><h2>Start</h2></section>
        """,
        """
        const texts = { list: 'Three things', 'return-an-item': 'Send it back within 30 days' };
        const show = () => {
          const name = location.pathname.split('/')[2];
          document.title = name || 'Start';
          document.getElementById('view').innerHTML = name ? '<h2>' + name + '</h2><p>' + (texts[name] || '') + '</p>' : '<h2>Start</h2>';
        };
        document.querySelectorAll('[data-view]').forEach(link => link.addEventListener('click', event => {
          event.preventDefault();
          setTimeout(() => { history.pushState({}, '', link.href); show(); }, 250);
        }));
        addEventListener('popstate', show);
        show();
        """);
  }
}

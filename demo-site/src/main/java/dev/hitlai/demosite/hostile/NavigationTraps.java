package dev.hitlai.demosite.hostile;

import dev.hitlai.demosite.http.Response;
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
        Trap.untestable(
            "/closes-itself",
            "Closes its own window",
            () ->
                Html.scripted(
                    "Closing", "", "setTimeout(() => { open('', '_self'); close(); }, 300);")),
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

package dev.hitlai.demosite.hostile;

import dev.hitlai.demosite.http.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages that are too much of a good thing. */
final class HeavyTraps {

  private HeavyTraps() {}

  static List<Trap> all() {
    return List.of(
        Trap.testable("/five-megabytes", "Five megabytes of text", HeavyTraps::fiveMegabytes),
        Trap.testable("/gigantic-table", "A table of 500 by 60 cells", HeavyTraps::table),
        Trap.testable("/twenty-thousand-links", "Twenty thousand links", HeavyTraps::links),
        Trap.testable(
            "/huge-title",
            "A title of a hundred thousand characters",
            () -> Html.page("Title ".repeat(17_000), "")),
        Trap.testable("/deep-nesting", "Four thousand boxes inside each other", HeavyTraps::deep),
        Trap.testable(
            "/endless-scroll",
            "The page grows whenever one reaches its end",
            HeavyTraps::endlessScroll),
        Trap.noted("/dom-growth", "A script adds elements for ever", HeavyTraps::growth));
  }

  private static Response fiveMegabytes() {
    String paragraph =
        "<p>" + "All work and no rest makes a page that takes long. ".repeat(20) + "</p>";
    return Html.page("Five megabytes", paragraph.repeat(5_000_000 / paragraph.length() + 1));
  }

  private static Response table() {
    String row =
        "<tr>"
            + IntStream.range(0, 60)
                .mapToObj(cell -> "<td>" + cell + "</td>")
                .collect(Collectors.joining())
            + "</tr>";
    return Html.page("A wide table", "<table>" + row.repeat(500) + "</table>");
  }

  private static Response links() {
    return Html.page(
        "Many links",
        IntStream.range(0, 20_000)
            .mapToObj(n -> "<a href=\"/plain/%d\">Link number %d</a> ".formatted(n, n))
            .collect(Collectors.joining()));
  }

  private static Response deep() {
    int depth = 4_000;
    return Html.page("Deep", "<div>".repeat(depth) + "The bottom" + "</div>".repeat(depth));
  }

  private static Response endlessScroll() {
    return Html.scripted(
        "Endless",
        "<ul id=\"items\"></ul>",
        """
        let count = 0;
        const add = () => { for (let n = 0; n < 40; n++) {
          const item = document.createElement('li');
          item.innerHTML = '<a href="/plain/' + (++count) + '">Item ' + count + '</a>';
          document.getElementById('items').append(item);
        } };
        add();
        addEventListener('scroll', () => {
          if (innerHeight + scrollY > document.body.scrollHeight - 400) { add(); }
        });
        """);
  }

  private static Response growth() {
    return Html.scripted(
        "Growing",
        "<div id=\"pile\"></div>",
        """
        setInterval(() => { for (let n = 0; n < 200; n++) {
          document.getElementById('pile').append(Object.assign(document.createElement('p'), { textContent: 'More' }));
        } }, 50);
        """);
  }
}

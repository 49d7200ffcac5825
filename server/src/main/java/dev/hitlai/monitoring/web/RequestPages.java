package dev.hitlai.monitoring.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.monitoring.internal.calls.CallQueue;
import dev.hitlai.monitoring.internal.calls.CallSearch;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log of API requests, for administrators. */
@Controller
@RequestMapping("/admin/requests")
class RequestPages {
  private static final int SIZE = 50;
  private static final int MOST_PAGES = 200;
  private static final int MOST_LINES = 50_000;

  private final CallSearch calls;
  private final CallQueue queue;
  private final Clock clock;

  RequestPages(CallSearch calls, CallQueue queue, Clock clock) {
    this.calls = calls;
    this.queue = queue;
    this.clock = clock;
  }

  @GetMapping
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String route,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String caller,
      @RequestParam(defaultValue = "1h") String since,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    int at = Math.clamp(number, 1, MOST_PAGES);
    var rows = calls.page(wish(route, status, caller, since), SIZE, (long) (at - 1) * SIZE);
    boolean more = rows.size() > SIZE && at < MOST_PAGES;
    model.addAttribute("rows", rows.stream().limit(SIZE).toList());
    model.addAttribute("previous", at > 1 ? page.address().with("page", at - 1).toString() : null);
    model.addAttribute("next", more ? page.address().with("page", at + 1).toString() : null);
    model.addAttribute("route", route);
    model.addAttribute("status", status);
    model.addAttribute("caller", caller);
    model.addAttribute("since", since);
    model.addAttribute("csv", "/admin/requests/all.csv" + query(page));
    model.addAttribute("state", queue.state());
    model.addAttribute("windows", Windows.options());
    model.addAttribute("statuses", statuses());
    return "monitoring/requests";
  }

  @GetMapping("/{id}")
  String show(@PathVariable UUID id, Model model) {
    model.addAttribute(
        "call",
        calls
            .find(id)
            .orElseThrow(() -> ApiProblem.notFound("This request is not in the log any more.")));
    return "monitoring/request";
  }

  /** The same rows for other programs, at most 50,000. */
  @GetMapping("/all.csv")
  void csv(
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String route,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String caller,
      @RequestParam(defaultValue = "1h") String since)
      throws IOException {
    response.setContentType("text/csv; charset=utf-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"requests.csv\"");
    var out = response.getOutputStream();
    out.write(
        Csv.line(
                "time",
                "method",
                "route",
                "path",
                "status",
                "milliseconds",
                "auth",
                "user",
                "company",
                "address",
                "error")
            .getBytes(UTF_8));
    calls.each(
        wish(route, status, caller, since),
        MOST_LINES,
        row -> {
          try {
            out.write(
                Csv.line(
                        row.at(),
                        row.method(),
                        row.endpoint(),
                        row.path(),
                        row.status(),
                        row.millis(),
                        row.auth(),
                        row.userId(),
                        row.companyId(),
                        row.address(),
                        row.error())
                    .getBytes(UTF_8));
          } catch (IOException gone) {
            throw new UncheckedIOException(gone);
          }
        });
  }

  private CallSearch.Wish wish(String route, String status, String caller, String since) {
    Instant now = clock.instant();
    Duration back = Windows.of(since);
    return new CallSearch.Wish(route, status, caller, now.minus(back), now.plusSeconds(60));
  }

  private static String query(Page page) {
    String all = page.address().without("page").toString();
    int mark = all.indexOf('?');
    return mark < 0 ? "" : all.substring(mark);
  }

  private static List<Option> statuses() {
    return List.of(
        Option.of("", "All"),
        Option.of("2xx", "2xx, fine"),
        Option.of("4xx", "4xx, refused"),
        Option.of("5xx", "5xx, failed"),
        Option.of("401", "401, no login"),
        Option.of("403", "403, not allowed"),
        Option.of("404", "404, not found"),
        Option.of("429", "429, over the limit"));
  }
}

package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import dev.hitlai.aitester.page.PageView.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests of the page that failed or took long. */
final class RequestsAudit extends PageAudit {
  private static final long SLOW_MILLIS = 1_000;

  RequestsAudit() {
    super(
        "requests",
        Agent.PERFORMANCE_AUDITOR,
        List.of(
            on(
                "failed",
                Rule.of("requests/failed", Category.FUNCTIONAL, Impact.MINOR, 0.9),
                "A {type} of the page fails to load: {path}",
                "The server answered {status}; what depends on it is missing or doesn't work.",
                "Correct the address or put the file there."),
            on(
                "slow",
                Rule.of("requests/slow", Category.PERFORMANCE, Impact.MINOR, 0.8),
                "{path} takes longer than a second",
                "Above one second the flow of thought breaks.",
                "Find what the server waits for; cache or compute it beforehand.")));
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var hits = new ArrayList<Hit>();
    for (var request : subject.view().requests()) {
      var hit = hit(request);
      if (hit != null) {
        hits.add(hit);
      }
    }
    return hits;
  }

  /** Pictures that fail are the picture audit's; documents that fail, the link audit's. */
  private static @Nullable Hit hit(Request request) {
    var path = path(request.url());
    boolean aborted = request.failure().contains("ABORTED");
    boolean failed =
        request.status() >= 400
            || (request.status() == 0 && !aborted && !request.failure().isEmpty());
    if (failed && !request.type().matches("image|document") && !path.endsWith("/favicon.ico")) {
      return hit(
          "failed",
          path,
          path,
          Map.of(
              "type",
              request.type(),
              "path",
              path,
              "status",
              request.status() == 0 ? "nothing" : String.valueOf(request.status())));
    }
    if (!failed
        && request.millis() > SLOW_MILLIS
        && !request.type().matches("document|websocket|eventsource|ping")) {
      return hit("slow", path, path, Map.of("path", path, "millis", request.millis()));
    }
    return null;
  }

  private static String path(String url) {
    try {
      var uri = URI.create(url);
      return uri.getPath() == null ? url : uri.getPath();
    } catch (IllegalArgumentException e) {
      return url; // Browsers accept addresses that Java doesn't; the words are for people only.
    }
  }
}

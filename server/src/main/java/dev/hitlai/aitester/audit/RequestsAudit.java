package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import dev.hitlai.aitester.page.PageView.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests of the page that failed or took long. */
final class RequestsAudit extends PageAudit {
  private static final long SLOW_MILLIS = 1_000;

  /** Below this a packet more or less is all there is to win. */
  private static final long WORTH_IT = 4_000;

  private final Map<String, Boolean> uncompressed = new HashMap<>();

  private final LinkCheck check;

  RequestsAudit(LinkCheck check) {
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
                "Find what the server waits for; cache or compute it beforehand."),
            on(
                "uncompressed",
                Rule.of("requests/uncompressed", Category.PERFORMANCE, Impact.COSMETIC, 0.9),
                "Texts come uncompressed, e.g. {path} with {kilobytes} kB",
                "Style sheets and scripts shrink to a quarter; on slow networks that is felt.",
                "Turn on gzip or Brotli for text, style sheets, scripts, JSON and SVG.")));
    this.check = check;
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
    hits.addAll(slow(subject.view().requests()));
    uncompressed(subject).ifPresent(hits::add);
    return hits;
  }

  /** Whether a server compresses is asked once, by the largest of its texts. */
  private Optional<Hit> uncompressed(AuditSubject subject) {
    var host = host(subject.view().url());
    return subject.view().requests().stream()
        .filter(request -> request.type().matches("stylesheet|script"))
        .filter(request -> request.status() == 200 && request.bytes() >= WORTH_IT)
        .filter(request -> !host.isEmpty() && host(request.url()).equals(host))
        .max(Comparator.comparingLong(Request::bytes))
        .filter(request -> uncompressed.computeIfAbsent(host, _ -> asked(request.url())))
        .map(request -> uncompressed(request));
  }

  private boolean asked(String url) {
    return check.isUncompressed(URI.create(url));
  }

  private static Hit uncompressed(Request request) {
    var path = path(request.url());
    return hit("uncompressed", "", path, Map.of("path", path, "kilobytes", request.bytes() / 1000));
  }

  private static String host(String url) {
    try {
      var host = URI.create(url).getAuthority();
      return host == null || !url.startsWith("http") ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** A single measurement is easily a busy machine's fault: what counts is slow twice. */
  private List<Hit> slow(List<Request> requests) {
    var suspects = requests.stream().filter(RequestsAudit::seemsSlow).toList();
    var repeatable =
        suspects.stream()
            .filter(request -> request.method().equals("GET"))
            .map(Request::url)
            .collect(Collectors.toSet());
    var slowTwice = check.stillSlower(SLOW_MILLIS, repeatable);
    return suspects.stream()
        .filter(request -> !repeatable.contains(request.url()) || slowTwice.contains(request.url()))
        .map(request -> slow(path(request.url()), request.millis()))
        .toList();
  }

  private static boolean seemsSlow(Request request) {
    return !failed(request)
        && request.millis() > SLOW_MILLIS
        && !request.type().matches("document|websocket|eventsource|ping");
  }

  private static Hit slow(String path, long millis) {
    return hit("slow", path, path, Map.of("path", path, "millis", millis));
  }

  private static boolean failed(Request request) {
    boolean aborted = request.failure().contains("ABORTED");
    return request.status() >= 400
        || (request.status() == 0 && !aborted && !request.failure().isEmpty());
  }

  /** Pictures that fail are the picture audit's; documents that fail, the link audit's. */
  private static @Nullable Hit hit(Request request) {
    var path = path(request.url());
    if (failed(request)
        && !request.type().matches("image|document")
        && !path.endsWith("/favicon.ico")) {
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

package dev.hitlai.aitester.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import dev.hitlai.aitester.action.Outcome.Incident;
import dev.hitlai.aitester.action.Outcome.IncidentKind;
import dev.hitlai.aitester.page.PageView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the browser reports while pages live: console, requests, and incidents of the action. */
final class Journal {
  private static final int LIMIT = 500;
  private static final List<String> BROKEN_OFF =
      List.of(
          "CONTENT_LENGTH_MISMATCH", "INCOMPLETE_CHUNKED", "CONNECTION_RESET", "CONNECTION_CLOSED");

  private final List<PageView.ConsoleMessage> console = new ArrayList<>();
  private final Map<Request, Exchange> exchanges = new LinkedHashMap<>();
  private final List<Incident> incidents = new ArrayList<>();
  private final List<Incident> kept = new ArrayList<>();
  private long slowest;
  private String slowestAddress = "";
  private int documentStatus;
  private boolean truncated;
  private boolean rested;
  private boolean drawn;
  private int requestsToRest;
  private int vainWaits;

  /**
   * A request of the document shown now.
   *
   * @param begun by the tester's clock, in nanoseconds
   * @param answer null until it has ended
   */
  private record Exchange(long begun, PageView.@Nullable Request answer) {}

  void listenTo(Page page) {
    page.onConsoleMessage(message -> console(message.type(), message.text(), message.location()));
    page.onPageError(error -> console("error", "Uncaught " + firstLine(error), page.url()));
    page.onRequest(request -> begin(page, request));
    page.onRequestFinished(this::finished);
    page.onRequestFailed(this::failed);
  }

  /** A new document: what was said about the last one is forgotten. */
  void newDocument() {
    console.clear();
    exchanges.clear();
    truncated = false;
    rested = false;
    drawn = false;
    requestsToRest = 0;
    vainWaits = 0;
  }

  void note(IncidentKind kind, String detail) {
    note(kind, detail, 0);
  }

  void note(IncidentKind kind, String detail, long millis) {
    var incident = new Incident(kind, clipped(detail, 300), millis);
    if (incidents.size() < 20 && !incidents.contains(incident)) {
      incidents.add(incident);
    }
  }

  private void console(String level, String text, String location) {
    if (console.size() < LIMIT) {
      console.add(new PageView.ConsoleMessage(level, clipped(text, 500), location));
    }
    if (level.equals("error")) {
      note(IncidentKind.CONSOLE_ERROR, clipped(text, 200));
    }
  }

  private void begin(Page page, Request request) {
    if (request.redirectedFrom() == null && isMainDocument(page, request)) {
      newDocument();
    }
    if (!rested && counts(request)) {
      requestsToRest++;
    }
    if (exchanges.size() < 2 * LIMIT) {
      exchanges.put(request, new Exchange(System.nanoTime(), null));
    }
  }

  private static boolean isMainDocument(Page page, Request request) {
    try {
      return request.isNavigationRequest() && request.frame() == page.mainFrame();
    } catch (PlaywrightException frameNotReadyYet) {
      return true; // So early comes only the first request of a page.
    }
  }

  private void finished(Request request) {
    var response = request.existingResponse();
    int status = response == null ? 0 : response.status();
    add(request, status, contentLength(response), "");
    if (isDocument(request)) {
      documentStatus = status;
    }
    if (status >= 400) {
      note(IncidentKind.REQUEST_FAILED, status + " " + request.url());
    }
  }

  private static boolean isDocument(Request request) {
    try {
      return request.isNavigationRequest()
          && request.resourceType().equals("document")
          && request.frame().parentFrame() == null;
    } catch (PlaywrightException frameNotReadyYet) {
      return true;
    }
  }

  boolean isTruncated() {
    return truncated;
  }

  /** HTTP status of the page shown now, 0 when unknown. */
  int documentStatus() {
    return documentStatus;
  }

  private static long contentLength(@Nullable Response response) {
    if (response == null) {
      return 0;
    }
    var length = response.headers().get("content-length");
    return length != null && length.matches("\\d{1,15}") ? Long.parseLong(length) : 0;
  }

  private void failed(Request request) {
    var failure = String.valueOf(request.failure());
    add(request, 0, 0, failure);
    if (isDocument(request) && BROKEN_OFF.stream().anyMatch(failure::contains)) {
      truncated = true;
    }
    if (!failure.contains("ERR_ABORTED") && !failure.contains("BLOCKED_BY_CLIENT")) {
      note(IncidentKind.REQUEST_FAILED, failure + " " + request.url());
    }
  }

  private void add(Request request, int status, long bytes, String failure) {
    // The browser's own clock: events wait here until somebody asks the browser something.
    long millis = millis(request);
    var type = request.resourceType();
    if (millis > slowest
        && (type.equals("document") || type.equals("fetch") || type.equals("xhr"))) {
      slowest = millis;
      slowestAddress = request.url();
    }
    var answer =
        new PageView.Request(
            request.method(), clipped(request.url(), 1000), type, status, bytes, millis, failure);
    // What the document before had asked for may end only now; it is not this one's.
    exchanges.computeIfPresent(
        request, (_, open) -> exchanges.size() > LIMIT ? null : new Exchange(open.begun(), answer));
  }

  private static long millis(Request request) {
    var timing = request.timing(); // None for a request that never left.
    return timing == null ? 0 : Math.max(0, Math.round(timing.responseEnd));
  }

  /** Whether the page still waits for something, long polls left out. */
  boolean isWaiting(long olderThanNanos) {
    long now = System.nanoTime();
    return exchanges.entrySet().stream()
        .filter(entry -> entry.getValue().answer() == null && counts(entry.getKey()))
        .anyMatch(entry -> now - entry.getValue().begun() < olderThanNanos);
  }

  private static boolean counts(Request request) {
    return switch (request.resourceType()) {
      case "websocket", "eventsource", "media", "ping" -> false;
      default -> true;
    };
  }

  /** Starts a new action: its incidents are collected from here. */
  void beginAction() {
    incidents.clear();
    incidents.addAll(kept);
    kept.clear();
    slowest = 0;
    slowestAddress = "";
  }

  /** Keeps what happened so far for the next action. */
  void keepIncidents() {
    kept.addAll(incidents);
    incidents.clear();
  }

  long slowestMillis() {
    return slowest;
  }

  String slowestAddress() {
    return slowestAddress;
  }

  /** By kind, then as they are worded: what happens side by side comes in any order. */
  List<Incident> incidents() {
    return incidents.stream()
        .sorted(Comparator.comparing(Incident::kind).thenComparing(Incident::detail))
        .toList();
  }

  /** The address on a host that may not be visited where the way ended, if it did. */
  Optional<String> refused() {
    return incidents.stream()
        .filter(incident -> incident.kind() == IncidentKind.HOST_NOT_ALLOWED)
        .map(Incident::detail)
        .findFirst();
  }

  List<PageView.ConsoleMessage> console() {
    return List.copyOf(console);
  }

  /** Those that have ended, in the order in which they began. */
  List<PageView.Request> requests() {
    return exchanges.values().stream().map(Exchange::answer).filter(Objects::nonNull).toList();
  }

  /**
   * How many requests the document made until it first came to rest. What comes later comes when it
   * likes (beacons, polls), so that a count of it would differ from run to run.
   */
  int requestsToRest() {
    return requestsToRest;
  }

  /** The document has come to rest. */
  void rest() {
    rested = true;
  }

  /** Whether the document was at rest with all that it shows drawn, so that it can be taken. */
  boolean isDrawn() {
    return drawn;
  }

  void noteDrawn(boolean isDrawn) {
    drawn = isDrawn;
  }

  boolean hasRested() {
    return rested;
  }

  /** How often a timer of this document was waited for that changed nothing. */
  int vainWaits() {
    return vainWaits;
  }

  void noteVainWait() {
    vainWaits++;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static String clipped(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}

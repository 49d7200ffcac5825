package dev.hitlai.aitester.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.action.Outcome.IncidentKind;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pages of a browser on the hosts that its session may visit. The browser itself asks
 * before it requests a document, at each redirect again, in whatever tab or window and before that
 * is known to anybody else: the other host is never asked. Only documents are stopped on their way;
 * to be asked about every request costs a page more than all else, and its cache. Frames within a
 * page may go where they like. For one thread.
 */
final class HostGuard {
  /**
   * Browsers ask for it by themselves, whenever they find time; what is said about one that is
   * missing would come in one run and not in the next.
   */
  private static final String ICON = "/favicon.ico";

  private final CDPSession browser;
  private AllowedHosts hosts;
  private @Nullable Journal journal;

  private HostGuard(CDPSession browser) {
    this.browser = browser;
    hosts = AllowedHosts.none();
  }

  /** Guards a browser as long as it runs; until it is told otherwise, no host may be visited. */
  static HostGuard of(Browser browser) {
    var guard = new HostGuard(browser.newBrowserCDPSession());
    guard.browser.on("Fetch.requestPaused", guard::judge);
    var patterns = new JsonArray();
    patterns.add(pattern("http*", "Document"));
    patterns.add(pattern("http*" + ICON, null));
    var call = new JsonObject();
    call.add("patterns", patterns);
    guard.browser.send("Fetch.enable", call);
    return guard;
  }

  private static JsonObject pattern(String address, @Nullable String type) {
    var pattern = new JsonObject();
    pattern.addProperty("urlPattern", address);
    pattern.addProperty("requestStage", "Request");
    if (type != null) {
      pattern.addProperty("resourceType", type);
    }
    return pattern;
  }

  /** From here on these hosts may be visited: a browser serves one session at a time. */
  void allow(AllowedHosts hosts, Journal journal) {
    this.hosts = hosts;
    this.journal = journal;
  }

  private void judge(JsonObject paused) {
    var address = paused.getAsJsonObject("request").get("url").getAsString();
    var answer = new JsonObject();
    answer.add("requestId", paused.get("requestId"));
    var refusal = refusal(paused, address);
    if (!refusal.isEmpty()) {
      answer.addProperty("errorReason", refusal);
    }
    try {
      browser.send(refusal.isEmpty() ? "Fetch.continueRequest" : "Fetch.failRequest", answer);
    } catch (PlaywrightException e) {
      // The page went on or was closed meanwhile: nobody waits for the answer.
      System.getLogger(HostGuard.class.getName())
          .log(System.Logger.Level.DEBUG, "An answer came too late", e);
    }
  }

  /** The browser's word for how a request ends; empty for one that may go. */
  private String refusal(JsonObject paused, String address) {
    if (!paused.get("resourceType").getAsString().equals("Document")) {
      return "Aborted"; // An icon.
    }
    if (hosts.allows(address) || isInnerFrame(paused)) {
      return "";
    }
    if (journal != null) {
      journal.note(IncidentKind.HOST_NOT_ALLOWED, address);
    }
    // After a redirect the page stays where it is.
    return paused.has("redirectedRequestId") ? "Aborted" : "BlockedByClient";
  }

  /** A page and its outermost frame have the same id, also a page that is only just opened. */
  private boolean isInnerFrame(JsonObject paused) {
    var question = new JsonObject();
    question.add("targetId", paused.get("frameId"));
    try {
      return browser
          .send("Target.getTargetInfo", question)
          .getAsJsonObject("targetInfo")
          .get("type")
          .getAsString()
          .equals("iframe");
    } catch (PlaywrightException e) {
      return String.valueOf(e.getMessage()).contains("No target with given id");
    }
  }
}

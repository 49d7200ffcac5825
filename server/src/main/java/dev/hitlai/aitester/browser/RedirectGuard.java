package dev.hitlai.aitester.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.action.Outcome.IncidentKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Ends a page's way to another host at the redirect that leads there: the answer of the allowed
 * host is looked at before the browser follows it, so that the other host is never asked. Frames
 * may go where they like.
 */
final class RedirectGuard {
  private final AllowedHosts hosts;
  private final Journal journal;
  private final CDPSession session;
  private final String page;

  private RedirectGuard(AllowedHosts hosts, Journal journal, CDPSession session) {
    this.hosts = hosts;
    this.journal = journal;
    this.session = session;
    // A page and its outermost frame have the same id.
    page =
        session
            .send("Target.getTargetInfo")
            .getAsJsonObject("targetInfo")
            .get("targetId")
            .getAsString();
  }

  static void watch(CDPSession session, AllowedHosts hosts, Journal journal) {
    var guard = new RedirectGuard(hosts, journal, session);
    session.on("Fetch.requestPaused", guard::judge);
    var answers = new JsonObject();
    answers.addProperty("urlPattern", "http*");
    answers.addProperty("resourceType", "Document");
    answers.addProperty("requestStage", "Response");
    var patterns = new JsonArray();
    patterns.add(answers);
    var call = new JsonObject();
    call.add("patterns", patterns);
    session.send("Fetch.enable", call);
  }

  private void judge(JsonObject paused) {
    var elsewhere = page.equals(text(paused, "frameId")) ? elsewhere(paused) : "";
    var answer = new JsonObject();
    answer.addProperty("requestId", text(paused, "requestId"));
    if (!elsewhere.isEmpty()) {
      journal.note(IncidentKind.HOST_NOT_ALLOWED, elsewhere);
      answer.addProperty("errorReason", "Aborted"); // The page stays where it is.
    }
    try {
      session.send(elsewhere.isEmpty() ? "Fetch.continueRequest" : "Fetch.failRequest", answer);
    } catch (PlaywrightException e) {
      // The page went on or was closed meanwhile: nobody waits for the answer.
      System.getLogger(RedirectGuard.class.getName())
          .log(System.Logger.Level.DEBUG, "An answer came too late", e);
    }
  }

  /** Where the answer redirects to, if that is a host that may not be visited, else empty. */
  private String elsewhere(JsonObject paused) {
    var status = paused.get("responseStatusCode");
    if (status == null || status.getAsInt() < 300 || status.getAsInt() > 399) {
      return "";
    }
    var from = text(paused.getAsJsonObject("request"), "url");
    return location(paused)
        .map(location -> resolved(from, location))
        .filter(target -> !hosts.allows(target))
        .orElse("");
  }

  private static Optional<String> location(JsonObject paused) {
    var headers = paused.getAsJsonArray("responseHeaders");
    if (headers == null) {
      return Optional.empty();
    }
    return headers.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(header -> text(header, "name").equalsIgnoreCase("location"))
        .map(header -> text(header, "value"))
        .findFirst();
  }

  private static String resolved(String from, String location) {
    try {
      return new URI(from).resolve(new URI(location.strip())).toString();
    } catch (URISyntaxException e) {
      return location; // Judged as it stands.
    }
  }

  private static String text(JsonObject object, String name) {
    var value = object.get(name);
    return value == null ? "" : value.getAsString();
  }
}

package dev.hitlai.aitester.audit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a page listens to. Scripts of a page can't ask that, the browser's debugger can; it is asked
 * once per template, as pages of one template listen alike.
 */
final class Listeners {
  private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_$][\\w$]*)\\s*\\(");
  private static final int CALLS_FOLLOWED = 4;
  private static final Set<String> FOCUS =
      Set.of("blur", "focus", "focusin", "focusout", "keydown");
  private static final String VISIBLE =
      "function() { return !this.checkVisibility || this.checkVisibility({ visibilityProperty: true"
          + " }); }";

  private final Set<String> scanned = new HashSet<>();
  private @Nullable AuditSubject subject;
  private List<Listener> known = List.of();

  /**
   * @param onWindow on the window or the document rather than on an element
   * @param source of the function, and of the global functions that it calls
   */
  record Listener(String type, boolean onWindow, String source) {}

  /** The listeners of a page that is the first of its template; none for the others. */
  List<Listener> of(AuditSubject asked) {
    if (subject != asked) {
      subject = asked;
      known = scanned.add(asked.view().template()) ? scan(asked.page()) : List.of();
    }
    return known;
  }

  private static List<Listener> scan(Page page) {
    var session = page.context().newCDPSession(page);
    try {
      var found = new ArrayList<Listener>();
      found.addAll(on(session, "window", true, 1));
      found.addAll(on(session, "document", true, 1));
      found.addAll(on(session, "document.body", true, 1));
      found.addAll(on(session, "document.documentElement", false, -1));
      return found.stream()
          .map(listener -> listener.onWindow() ? withCalled(page, listener) : listener)
          .toList();
    } finally {
      session.detach();
    }
  }

  private static List<Listener> on(
      CDPSession session, String expression, boolean onWindow, int depth) {
    var evaluate = new JsonObject();
    evaluate.addProperty("expression", expression);
    evaluate.addProperty("objectGroup", "listeners");
    var target = session.send("Runtime.evaluate", evaluate).getAsJsonObject("result");
    if (!target.has("objectId")) {
      return List.of();
    }
    var ask = new JsonObject();
    ask.addProperty("objectId", target.get("objectId").getAsString());
    ask.addProperty("depth", depth);
    var answer = session.send("DOMDebugger.getEventListeners", ask);
    var found = new ArrayList<Listener>();
    for (JsonElement one : answer.getAsJsonArray("listeners")) {
      var listener = one.getAsJsonObject();
      if (!onWindow && isHidden(session, listener)) {
        continue;
      }
      var handler = listener.getAsJsonObject("handler");
      var source =
          handler != null && handler.has("description")
              ? handler.get("description").getAsString()
              : "";
      found.add(new Listener(listener.get("type").getAsString(), onWindow, source));
    }
    return found;
  }

  /** Whether a listener for keys or the focus sits on an element that doesn't show. */
  private static boolean isHidden(CDPSession session, JsonObject listener) {
    var type = listener.get("type").getAsString();
    if (!FOCUS.contains(type) || !listener.has("backendNodeId")) {
      return false;
    }
    try {
      var node = new JsonObject();
      node.add("backendNodeId", listener.get("backendNodeId"));
      var object = session.send("DOM.resolveNode", node).getAsJsonObject("object");
      var call = new JsonObject();
      call.add("objectId", object.get("objectId"));
      call.addProperty("functionDeclaration", VISIBLE);
      call.addProperty("returnByValue", true);
      var answer = session.send("Runtime.callFunctionOn", call).getAsJsonObject("result");
      return answer.has("value") && !answer.get("value").getAsBoolean();
    } catch (PlaywrightException e) {
      return false; // Gone meanwhile, or no element: it counts.
    }
  }

  private static Listener withCalled(Page page, Listener listener) {
    if (!listener.type().startsWith("key") && !listener.type().startsWith("device")) {
      return listener;
    }
    var source = new StringBuilder(listener.source());
    CALL.matcher(listener.source())
        .results()
        .map(call -> call.group(1))
        .distinct()
        .limit(CALLS_FOLLOWED)
        .forEach(name -> source.append('\n').append(function(page, name)));
    return new Listener(listener.type(), listener.onWindow(), source.toString());
  }

  private static String function(Page page, String name) {
    return (String)
        page.evaluate(
            "(name) => { const f = window[name]; const s = typeof f === 'function' ?"
                + " Function.prototype.toString.call(f) : ''; return s.includes('[native code]') ?"
                + " '' : s; }",
            name);
  }
}

package dev.hitlai.aitester.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tester's own script world in a page: it shares the page's DOM but none of its variables, so
 * that a page can neither see nor break the tester's eyes.
 */
final class IsolatedWorld {
  private static final String NAME = "hitlai";
  private static final String SCRIPT = script();
  private static final String TIMERS = resource("/dev/hitlai/aitester/browser/timers.js");
  private static final int NO_CONTEXT = -1;

  /** A page that reloads all the time can move on several times while it is asked one thing. */
  private static final int MOVES_BORNE = 8;

  private final CDPSession session;
  private int context = NO_CONTEXT;

  IsolatedWorld(Page page) {
    session = page.context().newCDPSession(page);
    session.send("Page.enable");
    var script = new JsonObject();
    script.addProperty("source", SCRIPT);
    script.addProperty("worldName", NAME);
    session.send("Page.addScriptToEvaluateOnNewDocument", script);
    var timers = new JsonObject();
    timers.addProperty("source", TIMERS);
    session.send("Page.addScriptToEvaluateOnNewDocument", timers); // In the page's own world.
    page.onFrameNavigated(this::forget);
  }

  private void forget(Frame frame) {
    if (frame.parentFrame() == null) {
      context = NO_CONTEXT;
    }
  }

  CDPSession session() {
    return session;
  }

  /** Calls one of the tester's functions in the page and returns its answer, null for nothing. */
  @Nullable String call(String function, Object... arguments) {
    var expression =
        Stream.of(arguments)
            .map(IsolatedWorld::literal)
            .collect(Collectors.joining(",", "hitlai." + function + "(", ")"));
    for (int left = MOVES_BORNE; ; left--) {
      try {
        return evaluate(expression);
      } catch (PlaywrightException navigatedMeanwhile) {
        if (left == 0 || !isStale(navigatedMeanwhile)) {
          throw navigatedMeanwhile;
        }
        context = NO_CONTEXT;
      }
    }
  }

  private static boolean isStale(PlaywrightException failure) {
    var message = String.valueOf(failure.getMessage());
    return message.contains("context")
        || message.contains("navigat")
        || message.contains("No frame");
  }

  private @Nullable String evaluate(String expression) {
    if (context == NO_CONTEXT) {
      context = enter();
      run(SCRIPT); // Does nothing in a document where it ran at the start.
    }
    return run(expression);
  }

  /** Milliseconds until the page's timers of at most this delay have fired that fire once. */
  int expectTimers(int delayMillis) {
    timers("expect(" + delayMillis + ")");
    return timersLeft();
  }

  int timersLeft() {
    var left = timers("left()");
    return left == null ? 0 : (int) Math.ceil(left);
  }

  /**
   * Holds the page's longer timers, or lets those go whose time came meanwhile. A page that leaves
   * just now has none to hold.
   */
  void holdTimers(boolean hold) {
    timers(hold ? "hold()" : "release()");
  }

  private @Nullable Double timers(String question) {
    var call = new JsonObject();
    call.addProperty("expression", "window[Symbol.for('hitlai.timers')]?." + question);
    call.addProperty("returnByValue", true);
    try {
      var value = session.send("Runtime.evaluate", call).getAsJsonObject("result").get("value");
      return value == null || !value.isJsonPrimitive() ? null : value.getAsDouble();
    } catch (PlaywrightException e) {
      if (!isStale(e)) {
        throw e;
      }
      return null;
    }
  }

  private int enter() {
    var frame =
        session.send("Page.getFrameTree").getAsJsonObject("frameTree").getAsJsonObject("frame");
    var world = new JsonObject();
    world.addProperty("frameId", frame.get("id").getAsString());
    world.addProperty("worldName", NAME);
    return session.send("Page.createIsolatedWorld", world).get("executionContextId").getAsInt();
  }

  private @Nullable String run(String expression) {
    var call = new JsonObject();
    call.addProperty("expression", expression);
    call.addProperty("contextId", context);
    call.addProperty("returnByValue", true);
    var answer = session.send("Runtime.evaluate", call);
    if (answer.has("exceptionDetails")) {
      throw new PlaywrightException(
          "The tester's script failed: " + answer.get("exceptionDetails"));
    }
    var value = answer.getAsJsonObject("result").get("value");
    if (value == null || value.isJsonNull()) {
      return null;
    }
    return value.isJsonPrimitive() ? value.getAsString() : value.toString();
  }

  private static String literal(Object argument) {
    return argument instanceof Number || argument instanceof Boolean
        ? argument.toString()
        : new JsonPrimitive(argument.toString())
            .toString()
            .replace("\u2028", "\\u2028")
            .replace("\u2029", "\\u2029");
  }

  private static String script() {
    return Stream.of(
            "world", "names", "look", "where", "fields", "collect", "glyph", "scene", "view",
            "change", "keep", "act")
        .map(name -> resource("/dev/hitlai/aitester/perception/" + name + ".js"))
        .collect(
            Collectors.joining(
                "\n",
                "(() => {\n"
                    + "if (globalThis.hitlai) return;\n"
                    + "const hitlai = (globalThis.hitlai = {});\n",
                "\n})()"));
  }

  private static String resource(String path) {
    try (var stream = Objects.requireNonNull(IsolatedWorld.class.getResourceAsStream(path), path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

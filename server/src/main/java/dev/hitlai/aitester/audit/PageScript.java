package dev.hitlai.aitester.audit;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A probe that needs a round trip of its own; its file returns hits as JSON. */
final class PageScript {
  private final String source;

  PageScript(String name) {
    source =
        "async () => {\nconst dom = (() => {\n"
            + Probes.resource("dom.js")
            + "})();\n"
            + Probes.resource(name + ".js")
            + "}";
  }

  List<Hit> run(Page page) {
    return hits((String) page.evaluate(source));
  }

  /** Runs it with the console's functions, which scripts of a page don't have. */
  List<Hit> runAsConsole(Page page) {
    CDPSession session = page.context().newCDPSession(page);
    try {
      var arguments = new JsonObject();
      arguments.addProperty("expression", "(" + source + ")()");
      arguments.addProperty("includeCommandLineAPI", true);
      arguments.addProperty("awaitPromise", true);
      arguments.addProperty("returnByValue", true);
      var answer = session.send("Runtime.evaluate", arguments);
      if (answer.has("exceptionDetails")) {
        throw new IllegalStateException("The probe failed: " + answer.get("exceptionDetails"));
      }
      return hits(answer.getAsJsonObject("result").get("value").getAsString());
    } finally {
      session.detach();
    }
  }

  /** Where a control is to be pressed; covered when something lies over it. */
  record Place(boolean focused, double x, double y, boolean covered) {}

  static @Nullable Place place(String json) {
    return JsonMapper.shared().readValue(json, Place.class);
  }

  static List<Hit> hits(String json) {
    return List.of(JsonMapper.shared().readValue(json, Hit[].class));
  }
}

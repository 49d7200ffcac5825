package dev.hitlai.aitester.audit;

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

  /** Runs it with the console's functions. */
  List<Hit> run(Page page, Debugger debugger) {
    return hits(debugger.ask(page, source));
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

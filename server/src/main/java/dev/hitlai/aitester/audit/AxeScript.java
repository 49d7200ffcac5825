package dev.hitlai.aitester.audit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Brings axe-core into the page and runs it there, in two round trips. */
final class AxeScript {
  private static final String ENGINE = engine();
  private static final String RUN =
      "async () => {\nconst dom = (() => {\n"
          + Probes.resource("dom.js")
          + "})();\n"
          + Probes.resource("axe.js")
          + "}";

  /** The violations as a JSON array of {@link Hit}. */
  String run(Page page) {
    page.evaluate(ENGINE);
    return (String) page.evaluate(RUN);
  }

  private static String engine() {
    try (var stream = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      if (stream == null) {
        throw new IllegalStateException("axe.min.js is missing from the axe-core library");
      }
      // A second load in the same document would be wasted work.
      return "if (!window.axe) {"
          + new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          + "\n}";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

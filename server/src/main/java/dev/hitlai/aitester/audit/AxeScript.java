package dev.hitlai.aitester.audit;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings axe-core into the page and runs it there, in two round trips; once for a subject, whoever
 * asks.
 */
final class AxeScript {
  private static final String ENGINE = engine();
  private static final String RUN =
      "async () => {\nconst dom = (() => {\n"
          + Probes.resource("dom.js")
          + "})();\n"
          + Probes.resource("axe.js")
          + "}";

  private @Nullable AuditSubject subject;
  private Answer answer = new Answer(List.of(), List.of());

  /** What fails, and the texts whose contrast axe-core can't tell from the style sheets. */
  record Answer(List<Hit> violations, List<Hit> unclear) {}

  List<Hit> violations(AuditSubject asked) {
    return ask(asked).violations();
  }

  /** Texts over pictures, gradients and layers: pixels must decide. */
  List<Hit> unclearContrast(AuditSubject asked) {
    return ask(asked).unclear();
  }

  private Answer ask(AuditSubject asked) {
    if (subject != asked) {
      asked.page().evaluate(ENGINE);
      answer = JsonMapper.shared().readValue((String) asked.page().evaluate(RUN), Answer.class);
      subject = asked;
    }
    return answer;
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

package dev.hitlai.aitester.audit;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts in a page with the console's functions, which scripts of a page don't have. One line
 * to the browser is kept open for a page, since opening it takes longer than most questions.
 */
final class Debugger {
  private @Nullable Page page;
  private @Nullable CDPSession session;

  /** The text that a script without parameters answers. */
  String ask(Page asked, String script) {
    var question = new JsonObject();
    question.addProperty("expression", "(" + script + ")()");
    question.addProperty("includeCommandLineAPI", true);
    question.addProperty("awaitPromise", true);
    question.addProperty("returnByValue", true);
    var answer = line(asked).send("Runtime.evaluate", question);
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException("The probe failed: " + answer.get("exceptionDetails"));
    }
    return answer.getAsJsonObject("result").get("value").getAsString();
  }

  private CDPSession line(Page asked) {
    var open = session;
    if (open == null || page != asked) {
      open = asked.context().newCDPSession(asked);
      session = open;
      page = asked;
    }
    return open;
  }
}

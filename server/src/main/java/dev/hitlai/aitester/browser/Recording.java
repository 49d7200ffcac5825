package dev.hitlai.aitester.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.PageRecorder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a recorder into the pages of a session; what it sends never goes through the page's network.
 */
final class Recording {
  /** Resolves when everything was taken, or after three seconds. */
  private static final String FLUSH =
      "() => window.hitlai && window.hitlai.flush ? Promise.race([window.hitlai.flush(),"
          + " new Promise(r => setTimeout(r, 3000))]).then(() => true, () => false) : false";

  private Recording() {}

  static void attach(BrowserContext context, PageRecorder recorder, String userAgent) {
    context.exposeBinding(
        recorder.transport(), (source, arguments) -> send(recorder, userAgent, arguments));
    context.addInitScript(recorder.script());
  }

  private static Map<String, Object> send(
      PageRecorder recorder, String userAgent, Object[] arguments) {
    String body = arguments.length > 2 ? (String) arguments[2] : null;
    var answer =
        recorder.send(
            String.valueOf(arguments[0]),
            String.valueOf(arguments[1]),
            body == null ? null : Base64.getDecoder().decode(body),
            userAgent);
    var told = new HashMap<String, Object>();
    told.put("status", answer.status());
    if (answer.body() != null) {
      told.put("body", answer.body());
    }
    return told;
  }

  /**
   * Lets the recorder send what it still has; a page that can't any more loses its last moments.
   */
  static void flush(@Nullable Page page) {
    try {
      if (page != null && !page.isClosed()) {
        page.evaluate(FLUSH);
      }
    } catch (PlaywrightException gone) {
      // What was sent is stored; the run's result doesn't depend on the rest.
    }
  }
}

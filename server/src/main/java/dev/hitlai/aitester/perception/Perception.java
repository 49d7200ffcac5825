package dev.hitlai.aitester.perception;

import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.page.PageView;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the current page: one round trip, then what the browser reported by itself. */
public final class Perception {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Perception() {}

  /**
   * Perceives what the session's page shows now.
   *
   * @throws dev.hitlai.aitester.browser.PageFailure when the page hangs or crashed
   */
  public static PageView of(BrowserSession session) {
    var seen = session.ask("perceive");
    if (seen == null) {
      throw new IllegalStateException(
          "The page gave no account of itself: " + session.page().url());
    }
    var view = JSON.readValue(seen, PageView.class);
    return new PageView(
        view.url(),
        view.title(),
        view.language(),
        view.fingerprint(),
        view.template(),
        view.viewport(),
        view.elements(),
        view.texts(),
        view.headings(),
        view.landmarks(),
        view.forms(),
        view.images(),
        session.console(),
        session.requests(),
        view.vitals(),
        view.notTested(),
        view.scene());
  }

  /** What was seen, in a few words. */
  public static String summary(PageView view) {
    return view.elements().size() + " elements, " + view.texts().size() + " texts";
  }
}

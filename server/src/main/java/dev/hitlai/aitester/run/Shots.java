package dev.hitlai.aitester.run;

import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.page.PageView;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The screenshots of one persona's runs. A state that looks as before is not photographed twice.
 *
 * <p>Kept in memory until the report is put together, so that findings can be marked in them.
 */
final class Shots {
  static final String MEDIA_TYPE = "image/jpeg";
  private static final int TALLEST = 6000;

  private final EvidenceStore store;
  private final String prefix;
  private final Map<String, Shot> byReference = new HashMap<>();
  private @Nullable String lastState;
  private @Nullable String lastReference;

  Shots(EvidenceStore store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  /**
   * A picture and the part of the page it shows.
   *
   * @param frame in CSS pixels of the page
   */
  record Shot(byte[] jpeg, Box frame) {}

  /** What is on the screen; the reference of the last one when nothing has changed since. */
  @Nullable String screen(BrowserSession session, PageView view, String name) {
    var viewport = view.viewport();
    var state = view.url() + view.fingerprint() + viewport.scrollX() + "," + viewport.scrollY();
    if (lastReference != null && state.equals(lastState)) {
      return lastReference;
    }
    var frame =
        new Box(viewport.scrollX(), viewport.scrollY(), viewport.width(), viewport.height());
    try {
      lastReference = keep(name, new Shot(session.screenshot(), frame));
      lastState = state;
      return lastReference;
    } catch (PlaywrightException e) {
      return null; // A page that is never painted has no picture.
    }
  }

  /** The page from its top, as far as a picture goes. */
  @Nullable String page(BrowserSession session, PageView view, String name) {
    var viewport = view.viewport();
    try {
      var jpeg = session.fullScreenshot(viewport.pageHeight(), TALLEST);
      double height = Math.min(viewport.pageHeight(), TALLEST);
      return keep(name, new Shot(jpeg, new Box(0, 0, viewport.width(), height)));
    } catch (PlaywrightException e) {
      return null;
    }
  }

  private String keep(String name, Shot shot) {
    var reference = store.save(prefix + "-" + name + ".jpg", MEDIA_TYPE, shot.jpeg());
    byReference.put(reference, shot);
    return reference;
  }

  Map<String, Shot> byReference() {
    return Map.copyOf(byReference);
  }
}

package dev.hitlai.aitester.run;

import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.audit.Sight;
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
  private final Album album;
  private final Map<String, Shot> byReference = new HashMap<>();
  private @Nullable String lastState;
  private @Nullable String lastReference;

  /**
   * @param album of everybody with the same eyes
   */
  Shots(EvidenceStore store, String prefix, Album album) {
    this.store = store;
    this.prefix = prefix;
    this.album = album;
  }

  /**
   * A picture and the part of the page it shows.
   *
   * @param frame in CSS pixels of the page
   */
  record Shot(byte[] jpeg, Box frame) {}

  /** What is on the screen; the reference of the last one when nothing has changed since. */
  @Nullable String screen(BrowserSession session, PageView view, String name) {
    var state = state(view);
    if (lastReference != null && state.equals(lastState)) {
      return lastReference;
    }
    try {
      lastReference = keep(name, screen(session, view));
      lastState = state;
      return lastReference;
    } catch (PlaywrightException e) {
      return null; // A page that is never painted has no picture.
    }
  }

  /**
   * A page state, for all who see the same.
   *
   * @param whole from its top, as far as a picture goes; else what is on the screen
   */
  @Nullable String state(BrowserSession session, PageView view, boolean whole) {
    var sight = Sight.of(view, session.settings().persona());
    var name = "page-" + view.fingerprint();
    try {
      var picture =
          album.of(sight, whole, name, () -> whole ? page(session, view) : screen(session, view));
      byReference.put(picture.reference(), picture.shot());
      if (!whole) {
        lastReference = picture.reference();
        lastState = state(view);
      }
      return picture.reference();
    } catch (PlaywrightException e) {
      return null;
    }
  }

  private static String state(PageView view) {
    var viewport = view.viewport();
    return view.url() + view.fingerprint() + viewport.scrollX() + "," + viewport.scrollY();
  }

  private static Shot screen(BrowserSession session, PageView view) {
    var viewport = view.viewport();
    return new Shot(
        session.screenshot(),
        new Box(viewport.scrollX(), viewport.scrollY(), viewport.width(), viewport.height()));
  }

  private static Shot page(BrowserSession session, PageView view) {
    var viewport = view.viewport();
    var jpeg = session.fullScreenshot(viewport.pageHeight(), TALLEST);
    double height = Math.min(viewport.pageHeight(), TALLEST);
    return new Shot(jpeg, new Box(0, 0, viewport.width(), height));
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

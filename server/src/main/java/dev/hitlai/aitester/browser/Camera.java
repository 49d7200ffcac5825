package dev.hitlai.aitester.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ScreenshotScale;
import com.microsoft.playwright.options.ScreenshotType;

/** Takes pictures of a page, as JPEG in CSS pixels. */
final class Camera {
  private Camera() {}

  static byte[] screen(Page page) {
    return page.screenshot(options());
  }

  /** From the top of the page, at most so many CSS pixels of its height. */
  static byte[] wholePage(Page page, double pageHeight, int atMost) {
    var clip = new Clip(0, 0, page.viewportSize().width, Math.max(1, Math.min(pageHeight, atMost)));
    return page.screenshot(options().setFullPage(true).setClip(clip));
  }

  private static Page.ScreenshotOptions options() {
    return new Page.ScreenshotOptions()
        .setType(ScreenshotType.JPEG)
        .setQuality(60)
        .setScale(ScreenshotScale.CSS)
        .setCaret(ScreenshotCaret.INITIAL)
        .setTimeout(4_000);
  }
}

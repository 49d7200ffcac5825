package dev.hitlai.aitester.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ScreenshotScale;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.ViewportSize;
import java.util.Base64;

/**
 * Takes pictures of a page, as JPEG in CSS pixels. A page that is drawn is taken over the browser's
 * own line, which is at once; from any other the driver waits for a picture for a while, and then
 * gives up.
 *
 * @param line the tester's own: over the driver's, which set the screen's density, it would count
 */
record Camera(Page page, CDPSession line, boolean drawn) {
  private static final int QUALITY = 60;

  byte[] screen() {
    if (!drawn) {
      return page.screenshot(options());
    }
    var size = page.viewportSize();
    var seen = metrics().getAsJsonObject("visualViewport");
    double zoom = seen.get("scale").getAsDouble();
    double x = seen.get("pageX").getAsDouble();
    double y = seen.get("pageY").getAsDouble();
    return taken(x, y, Math.ceil(size.width / zoom), Math.ceil(size.height / zoom), zoom, false);
  }

  /** From the top of the page, at most so many CSS pixels of its height. */
  byte[] wholePage(double pageHeight, int atMost) {
    var size = page.viewportSize();
    double height = Math.max(1, Math.min(pageHeight, atMost));
    if (!drawn) {
      var clip = new Clip(0, 0, size.width, height);
      return page.screenshot(options().setFullPage(true).setClip(clip));
    }
    var content = metrics().getAsJsonObject("cssContentSize");
    double shown = Math.max(1, Math.min(height, content.get("height").getAsDouble()));
    return taken(0, 0, size.width, shown, 1, !fits(content, size));
  }

  private static boolean fits(JsonObject content, ViewportSize size) {
    return content.get("width").getAsDouble() <= size.width
        && content.get("height").getAsDouble() <= size.height;
  }

  private JsonObject metrics() {
    return line.send("Page.getLayoutMetrics");
  }

  private byte[] taken(
      double x, double y, double width, double height, double zoom, boolean beyond) {
    var clip = new JsonObject();
    clip.addProperty("x", x);
    clip.addProperty("y", y);
    clip.addProperty("width", width);
    clip.addProperty("height", height);
    clip.addProperty("scale", zoom);
    var settings = new JsonObject();
    settings.addProperty("format", "jpeg");
    settings.addProperty("quality", QUALITY);
    settings.addProperty("captureBeyondViewport", beyond);
    settings.add("clip", clip);
    var data = line.send("Page.captureScreenshot", settings).get("data").getAsString();
    return Base64.getDecoder().decode(data);
  }

  private static Page.ScreenshotOptions options() {
    return new Page.ScreenshotOptions()
        .setType(ScreenshotType.JPEG)
        .setQuality(QUALITY)
        .setScale(ScreenshotScale.CSS)
        .setCaret(ScreenshotCaret.INITIAL)
        .setTimeout(4_000);
  }
}

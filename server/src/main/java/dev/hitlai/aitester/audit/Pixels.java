package dev.hitlai.aitester.audit;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import dev.hitlai.aitester.Box;
import java.util.Base64;

/** Pictures of parts of a page, point for point as the browser draws them. */
final class Pixels {
  private Pixels() {}

  /**
   * A part of the page as PNG.
   *
   * @param area in CSS pixels of the page; may lie outside of the window
   */
  static byte[] png(Page page, Box area) {
    var clip = new JsonObject();
    clip.addProperty("x", area.x());
    clip.addProperty("y", area.y());
    clip.addProperty("width", area.width());
    clip.addProperty("height", area.height());
    clip.addProperty("scale", 1);
    var settings = new JsonObject();
    settings.addProperty("format", "png");
    settings.addProperty("optimizeForSpeed", true);
    settings.addProperty("captureBeyondViewport", true);
    settings.add("clip", clip);
    var session = page.context().newCDPSession(page);
    try {
      var data = session.send("Page.captureScreenshot", settings).get("data").getAsString();
      return Base64.getDecoder().decode(data);
    } finally {
      session.detach();
    }
  }
}

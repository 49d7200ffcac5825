package dev.hitlai.aitester;

import org.jspecify.annotations.Nullable;

/**
 * The device and browser that is emulated.
 *
 * @param name preset name, e.g. {@code desktop_1440}
 * @param width viewport width in CSS pixels, 200 to 7680
 * @param height viewport height in CSS pixels, 200 to 4320
 * @param scale device pixel ratio, 0.5 to 5
 * @param userAgent the browser's own when null
 */
public record Platform(
    String name, int width, int height, double scale, boolean touch, @Nullable String userAgent) {

  public static final Platform DESKTOP = new Platform("desktop", 1440, 900, 1, false, null);
  public static final Platform PHONE =
      new Platform(
          "phone",
          390,
          844,
          3,
          true,
          "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/150.0.0.0 Mobile Safari/537.36");

  public Platform {
    if (width < 200 || width > 7680 || height < 200 || height > 4320) {
      throw new IllegalArgumentException("Not a viewport: " + width + "x" + height);
    }
    if (scale < 0.5 || scale > 5) {
      throw new IllegalArgumentException("Not a device scale: " + scale);
    }
  }
}

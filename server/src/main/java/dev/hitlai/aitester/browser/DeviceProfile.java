package dev.hitlai.aitester.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.List;

/**
 * What the browser context looks like for a persona on a platform.
 *
 * <p>Enlarged text is what Chromium's own zoom does: the same screen with fewer and larger CSS
 * pixels. Sizes that are perceived stay in CSS pixels, so a 12 px text at zoom 1.25 is seen at 15.
 *
 * @param width viewport in CSS pixels after the zoom
 */
record DeviceProfile(int width, int height, double scale, boolean touch) {
  /** One place on earth for all runs, so that two runs show the same dates. */
  private static final String TIMEZONE = "UTC";

  static DeviceProfile of(SessionSettings settings) {
    var platform = settings.platform();
    double zoom = settings.persona().textZoom();
    return new DeviceProfile(
        (int) Math.max(200, Math.round(platform.width() / zoom)),
        (int) Math.max(200, Math.round(platform.height() / zoom)),
        platform.scale() * zoom,
        platform.touch());
  }

  Browser.NewContextOptions contextOptions(SessionSettings settings) {
    var persona = settings.persona();
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setDeviceScaleFactor(scale)
            .setHasTouch(touch)
            .setIsMobile(touch)
            .setColorScheme(persona.darkMode() ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setReducedMotion(
                persona.reducedMotion() ? ReducedMotion.REDUCE : ReducedMotion.NO_PREFERENCE)
            .setLocale(persona.locale())
            .setTimezoneId(TIMEZONE)
            .setAcceptDownloads(false)
            .setPermissions(List.of())
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    var userAgent = settings.platform().userAgent();
    if (userAgent != null) {
      options.setUserAgent(userAgent);
    }
    var credentials = settings.credentials();
    if (credentials != null) {
      options.setHttpCredentials(credentials.user(), credentials.password());
    }
    var storageState = settings.storageState();
    if (storageState != null) {
      options.setStorageStatePath(storageState);
    }
    return options;
  }
}

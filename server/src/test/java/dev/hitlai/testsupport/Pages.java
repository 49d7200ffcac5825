package dev.hitlai.testsupport;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.hitlai.aitester.browser.SwitchesForTests;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our pages in a real Chromium, one browser for all tests of the JVM.
 *
 * <pre>{@code
 * Pages pages = Pages.at(port);                       // or .signedIn("ada@example.org", "password")
 * try (var page = pages.open("/company/runs", 390, ColorScheme.DARK)) {
 *   page.assertAccessible();
 *   page.tab().click("text=New test");
 * }
 * }</pre>
 */
public final class Pages {
  private static @Nullable Browser browser;

  private final String base;
  private final @Nullable String storage;

  private Pages(String base, @Nullable String storage) {
    this.base = base;
    this.storage = storage;
  }

  /** The pages of a server on this machine, seen by a visitor. */
  public static Pages at(int port) {
    return of("http://127.0.0.1:" + port);
  }

  /** The pages below an address without a slash at its end. */
  public static Pages of(String base) {
    return new Pages(base, null);
  }

  /** The same pages after logging in through the login page; fails when that is refused. */
  public Pages signedIn(String email, String password) {
    try (var login = open("/login", 1440, ColorScheme.LIGHT)) {
      Page tab = login.tab();
      tab.fill("input[name=email]", email);
      tab.fill("input[name=password]", password);
      tab.locator("main form button[type=submit]").last().click();
      tab.waitForURL(url -> !url.contains("/login"));
      return new Pages(base, tab.context().storageState());
    }
  }

  /** Opens a path in a fresh context; widths up to 640 are phones with touch. */
  public OpenPage open(String path, int width, ColorScheme scheme) {
    boolean phone = width <= 640;
    var options =
        new Browser.NewContextOptions()
            .setBaseURL(base)
            .setViewportSize(width, phone ? 844 : 900)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setHasTouch(phone)
            .setIsMobile(phone);
    if (storage != null) {
      options.setStorageState(storage);
    }
    BrowserContext context = browser().newContext(options);
    return new OpenPage(context, path);
  }

  private static synchronized Browser browser() {
    if (browser == null) {
      var playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable())
                      .setArgs(SwitchesForTests.unsandboxed()));
    }
    return browser;
  }

  private static Path executable() {
    String named = System.getenv("HITLAI_BROWSER");
    return Path.of(named == null || named.isBlank() ? "/usr/bin/chromium" : named);
  }
}

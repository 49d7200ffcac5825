package dev.hitlai.aitester.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One browser with its driver, used by one thread: Playwright for Java is not thread-safe. It is
 * started when first needed, kept from run to run, and replaced when it died.
 */
final class BrowserSlot implements AutoCloseable {
  /** Starting drivers one after the other tells which process belongs to which slot. */
  private static final Object STARTING = new Object();

  private static final Duration START_LIMIT = Duration.ofSeconds(45);

  private final BrowserInstallation installation;
  private final Watchdog watchdog;
  private final @Nullable GuardedProxy proxy;
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;
  private @Nullable HostGuard guard;
  private volatile @Nullable ProcessTree driver;

  BrowserSlot(BrowserInstallation installation, Watchdog watchdog, @Nullable GuardedProxy proxy) {
    this.installation = installation;
    this.watchdog = watchdog;
    this.proxy = proxy;
  }

  /** The running browser, started anew when there is none. */
  Browser browser() {
    var running = browser;
    if (running != null && running.isConnected() && isDriverAlive()) {
      return running;
    }
    try (var watch = watch(START_LIMIT)) {
      return start();
    } catch (PlaywrightException e) {
      forget();
      throw new PageFailure(
          PageFailure.Kind.BROWSER_GONE,
          "The browser could not be started: " + PageFailure.reason(e));
    }
  }

  private Browser start() {
    if (playwright == null || !isDriverAlive()) {
      playwright = startDriver();
    }
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(installation.executable())
            .setHeadless(true)
            .setArgs(Switches.of(!isRoot()))
            .setChromiumSandbox(!isRoot())
            .setHandleSIGHUP(true)
            .setTimeout(30_000)
            // Windows that nobody asked for are blocked, as they are for people.
            .setIgnoreDefaultArgs(List.of("--disable-popup-blocking"));
    if (proxy != null) {
      // Chromium would go to this machine directly, and that is what has to be kept from it.
      options.setProxy(new Proxy(proxy.address()).setBypass("<-loopback>"));
    }
    var started = playwright.chromium().launch(options);
    guard = HostGuard.of(started);
    browser = started; // Only a browser that is guarded is used.
    return started;
  }

  /** A browser whose pages are kept on these hosts; what they try is noted in the journal. */
  Browser browser(AllowedHosts hosts, Journal journal) {
    var running = browser();
    Objects.requireNonNull(guard, "A running browser is guarded").allow(hosts, journal);
    return running;
  }

  private boolean isDriverAlive() {
    var tree = driver;
    return tree != null && tree.root().isAlive();
  }

  /** What is left is ended, so that the next use starts from nothing. */
  void forget() {
    endAll();
    playwright = null;
    browser = null;
    guard = null;
    driver = null;
  }

  private Playwright startDriver() {
    var environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    synchronized (STARTING) {
      var known = children();
      var started = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      driver =
          ProcessHandle.current()
              .children()
              .filter(child -> !known.contains(child.pid()))
              .filter(child -> child.info().command().orElse("node").contains("node"))
              .findFirst()
              .map(ProcessTree::new)
              .orElse(null);
      return started;
    }
  }

  private static Set<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  /** Chromium refuses to run sandboxed as root. */
  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  Watchdog.Watch watch(Duration limit) {
    return watchdog.watch(limit, List.of(this::endRenderers, this::endBrowser, this::endAll));
  }

  /** Ends the pages by force; called from any thread. */
  void endRenderers() {
    var tree = driver;
    if (tree != null && !tree.endRenderers()) {
      tree.endChildren();
    }
  }

  /** Ends the browser by force; called from any thread. */
  void endBrowser() {
    var tree = driver;
    if (tree != null) {
      tree.endChildren();
    }
  }

  /** Ends the browser and its driver by force; called from any thread. */
  void endAll() {
    var tree = driver;
    if (tree != null) {
      tree.endAll();
    }
  }

  @Override
  public void close() {
    var running = playwright;
    try (var watch = watch(Duration.ofSeconds(5))) {
      if (browser != null && browser.isConnected()) {
        browser.close();
      }
      if (running != null) {
        running.close();
      }
    } catch (PlaywrightException e) {
      System.getLogger(BrowserSlot.class.getName())
          .log(System.Logger.Level.DEBUG, "The browser was gone before it was closed", e);
    } finally {
      forget();
    }
  }
}

package dev.hitlai.aitester.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ScreenshotScale;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.WaitUntilState;
import dev.hitlai.aitester.action.Outcome.IncidentKind;
import dev.hitlai.aitester.page.PageView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run's browser context with its pages. Every call into the browser is watched: a page that
 * hangs is ended and reported as {@link PageFailure}, after which {@link #recover()} gives a new
 * one.
 */
public final class BrowserSession implements AutoCloseable {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration NAVIGATION_LIMIT = Duration.ofSeconds(15);
  private static final int MAX_TABS = 5;
  private static final int MAX_DIALOGS = 25;

  private final BrowserSlot slot;
  private final SessionSettings settings;
  private long endNanos = Long.MAX_VALUE; // the clock starts when the browser is there
  private final Journal journal = new Journal();
  private final List<Page> tabs = new ArrayList<>();
  private final Map<Page, IsolatedWorld> worlds = new HashMap<>();
  private BrowserContext context;
  private int dialogs;
  private boolean closing;

  BrowserSession(BrowserSlot slot, SessionSettings settings) {
    this.slot = slot;
    this.settings = settings;
    context = within(Duration.ofSeconds(50), this::openContext);
    endNanos = System.nanoTime() + settings.time().toNanos();
  }

  private BrowserContext openContext() {
    var opened = slot.browser().newContext(DeviceProfile.of(settings).contextOptions(settings));
    opened.setDefaultTimeout(5_000);
    opened.setDefaultNavigationTimeout(NAVIGATION_LIMIT.toMillis());
    opened.route(settings.hosts().elsewhere(), this::judge);
    opened.onPage(this::adopt);
    context = opened;
    opened.newPage();
    return opened;
  }

  private void adopt(Page page) {
    if (tabs.size() >= MAX_TABS) {
      journal.note(IncidentKind.NEW_TAB, "More than " + MAX_TABS + " tabs; the newest was closed");
      page.close();
      return;
    }
    boolean opened = !tabs.isEmpty();
    tabs.add(page);
    journal.listenTo(page);
    page.onDialog(this::answer);
    page.onDownload(download -> journal.note(IncidentKind.DOWNLOAD, download.suggestedFilename()));
    page.onFileChooser(_ -> journal.note(IncidentKind.DIALOG, "a file is asked for"));
    page.onCrash(this::crashed);
    page.onClose(this::drop);
    var world = new IsolatedWorld(page);
    worlds.put(page, world);
    if (settings.persona().slowNetwork()) {
      world
          .session()
          .send(
              "Network.emulateNetworkConditions",
              ConnectionProfile.slowTo(settings.start()).networkConditions());
    }
    if (opened) {
      journal.note(IncidentKind.NEW_TAB, page.url());
    }
  }

  private void drop(Page page) {
    tabs.remove(page);
    worlds.remove(page);
  }

  /** Thrown out of the waiting call: the answer of a crashed page never comes. */
  private void crashed(Page page) {
    drop(page);
    if (!closing) {
      throw new PageFailure(PageFailure.Kind.CRASHED, "The page crashed: " + page.url());
    }
  }

  private void answer(Dialog dialog) {
    var kind = dialog.type();
    if (++dialogs > MAX_DIALOGS) {
      slot.endRenderers(); // A page that asks without end.
      return;
    }
    if (!kind.equals("beforeunload") || dialogs < 3) {
      journal.note(IncidentKind.DIALOG, kind + ": " + dialog.message());
    }
    if (kind.equals("alert") || kind.equals("beforeunload")) {
      dialog.accept();
    } else {
      dialog.dismiss();
    }
  }

  private void judge(Route route) {
    var request = route.request();
    if (!request.isNavigationRequest()
        || settings.hosts().allows(request.url())
        || isInnerFrame(request)) {
      route.resume();
      return;
    }
    journal.note(IncidentKind.HOST_NOT_ALLOWED, request.url());
    route.abort("blockedbyclient");
  }

  private static boolean isInnerFrame(com.microsoft.playwright.Request request) {
    try {
      return request.frame().parentFrame() != null;
    } catch (PlaywrightException firstRequestOfANewTab) {
      return false;
    }
  }

  /**
   * Runs some work with the browser and ends the page by force when it takes too long.
   *
   * @throws PageFailure when the page hung or crashed, or the browser is gone
   */
  public <T> T within(Duration limit, Supplier<T> work) {
    var watch = slot.watch(shorter(limit));
    try (watch) {
      return work.get();
    } catch (PlaywrightException e) {
      throw translated(e, watch.fired());
    } catch (PageFailure e) {
      throw watch.fired()
          ? new PageFailure(PageFailure.Kind.HUNG, "The page did not answer in time")
          : e;
    }
  }

  private RuntimeException translated(PlaywrightException e, boolean fired) {
    if (fired) {
      return new PageFailure(PageFailure.Kind.HUNG, "The page did not answer in time");
    }
    var message = String.valueOf(e.getMessage());
    if (message.contains("crashed")) {
      return new PageFailure(PageFailure.Kind.CRASHED, BrowserSlot.firstLine(e));
    }
    if (!isAlive()
        || message.contains("has been closed")
        || message.contains("connection closed")) {
      return new PageFailure(PageFailure.Kind.BROWSER_GONE, BrowserSlot.firstLine(e));
    }
    return e;
  }

  private boolean isAlive() {
    var browser = context.browser();
    return browser != null && browser.isConnected();
  }

  private Duration shorter(Duration limit) {
    if (endNanos == Long.MAX_VALUE) {
      return limit; // The browser is only being started.
    }
    var left = timeLeft().plusMillis(1500);
    return left.compareTo(limit) < 0 ? left : limit;
  }

  /** What is left of the run's time, zero when it is used up. */
  public Duration timeLeft() {
    return endNanos == Long.MAX_VALUE
        ? settings.time()
        : Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  /** The page looked at now. */
  public Page page() {
    if (tabs.isEmpty()) {
      within(ANSWER_LIMIT, context::newPage);
    }
    return tabs.getLast();
  }

  /** Asks one of the tester's functions in the page; null when it has nothing to say. */
  public @Nullable String ask(String function, Object... arguments) {
    return within(ANSWER_LIMIT, () -> world().call(function, arguments));
  }

  private IsolatedWorld world() {
    var page = page();
    return worlds.computeIfAbsent(page, IsolatedWorld::new);
  }

  /** Opens an address in the current tab and waits until the browser shows something of it. */
  public @Nullable Response open(String address) {
    var limit = shorter(NAVIGATION_LIMIT);
    return within(
        limit.plusSeconds(2),
        () ->
            page()
                .navigate(
                    address,
                    new Page.NavigateOptions()
                        .setWaitUntil(WaitUntilState.COMMIT)
                        .setTimeout(Math.max(500, limit.toMillis() - 1000))));
  }

  /**
   * Waits until the page is read and at rest; false when it still was not after a while and is
   * looked at as it is.
   */
  public boolean settle() {
    return new Settling(this, new PageScript(this)).settle();
  }

  /** Whether the document broke off while it was sent. */
  public boolean isTruncated() {
    return journal.isTruncated();
  }

  /** What happened up to now belongs to the first action: there was none that caused it. */
  public void keepIncidents() {
    journal.keepIncidents();
  }

  /** Goes back in the tab's history; a tab without history is closed and the one before shown. */
  public void back() {
    var page = page();
    var address = page.url();
    var answer =
        within(
            NAVIGATION_LIMIT.plusSeconds(2),
            () ->
                page.goBack(
                    new Page.GoBackOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED)));
    if (answer == null && tabs.size() > 1 && page.url().equals(address)) {
      within(ANSWER_LIMIT, () -> close(page));
    }
  }

  private boolean close(Page page) {
    page.close();
    return true;
  }

  int tabCount() {
    return tabs.size();
  }

  void closeNewestTab() {
    within(ANSWER_LIMIT, () -> close(page()));
  }

  /** Waits while the page goes on. */
  public void pause(Duration duration) {
    pump((int) duration.toMillis());
  }

  /** Lets the browser's events come in for a moment. */
  void pump(int millis) {
    within(
        ANSWER_LIMIT,
        () -> {
          page().waitForTimeout(millis);
          return true;
        });
  }

  /** What is on the screen now, as JPEG in CSS pixels. */
  public byte[] screenshot() {
    return within(ANSWER_LIMIT, () -> page().screenshot(screenshotOptions()));
  }

  /** The whole page from the top, at most so many CSS pixels of its height, as JPEG. */
  public byte[] fullScreenshot(double pageHeight, int atMost) {
    var viewport = page().viewportSize();
    var clip =
        new com.microsoft.playwright.options.Clip(
            0, 0, viewport.width, Math.max(1, Math.min(pageHeight, atMost)));
    return within(
        ANSWER_LIMIT, () -> page().screenshot(screenshotOptions().setFullPage(true).setClip(clip)));
  }

  private static Page.ScreenshotOptions screenshotOptions() {
    return new Page.ScreenshotOptions()
        .setType(ScreenshotType.JPEG)
        .setQuality(60)
        .setScale(ScreenshotScale.CSS)
        .setCaret(ScreenshotCaret.INITIAL)
        .setTimeout(4_000);
  }

  /** The slow processor is for acting; looking and judging need not wait for it. */
  void hurry(boolean hurry) {
    if (settings.persona().slowNetwork()) {
      var rate = new com.google.gson.JsonObject();
      rate.addProperty(
          "rate", hurry ? 1 : ConnectionProfile.slowTo(settings.start()).processorSlowdown());
      within(ANSWER_LIMIT, () -> world().session().send("Emulation.setCPUThrottlingRate", rate));
    }
  }

  Journal journal() {
    return journal;
  }

  public List<PageView.ConsoleMessage> console() {
    return journal.console();
  }

  public List<PageView.Request> requests() {
    return journal.requests();
  }

  public SessionSettings settings() {
    return settings;
  }

  /** After a failure: a page that answers, in the old context if that lives, and empty. */
  public void recover() {
    dialogs = 0;
    if (isAlive()) {
      try {
        within(
            ANSWER_LIMIT,
            () -> {
              List.copyOf(tabs).forEach(Page::close);
              return context.newPage();
            });
        return;
      } catch (PageFailure | PlaywrightException e) {
        slot.endBrowser();
      }
    }
    tabs.clear();
    worlds.clear();
    within(Duration.ofSeconds(50), this::openContext);
  }

  @Override
  public void close() {
    closing = true;
    try (var watch = slot.watch(Duration.ofSeconds(4))) {
      context.close();
    } catch (PlaywrightException | PageFailure e) {
      slot.endBrowser(); // The next run gets a fresh one.
    }
  }
}

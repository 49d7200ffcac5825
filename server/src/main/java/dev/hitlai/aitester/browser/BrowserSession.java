package dev.hitlai.aitester.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitUntilState;
import dev.hitlai.aitester.PageRecorder;
import dev.hitlai.aitester.page.PageView;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
  private static final Duration START_LIMIT = Duration.ofSeconds(50);

  private final BrowserSlot slot;
  private final SessionSettings settings;
  private final WatchedCalls calls;
  private final Journal journal = new Journal();
  private final Tabs tabs;
  private @Nullable BrowserContext context;
  private @Nullable PageRecorder recorder;

  BrowserSession(BrowserSlot slot, SessionSettings settings) {
    this.slot = slot;
    this.settings = settings;
    calls = new WatchedCalls(slot, settings.time(), this::isAlive);
    tabs = new Tabs(slot, settings, journal);
    begin();
    calls.startClock();
  }

  /** A browser that died between two sessions is known to be dead only when it is asked. */
  private void begin() {
    try {
      within(START_LIMIT, this::openContext);
    } catch (PageFailure failed) {
      if (failed.kind() == PageFailure.Kind.HUNG) {
        throw failed;
      }
      slot.forget();
      within(START_LIMIT, this::openContext);
    }
  }

  private BrowserContext openContext() {
    var browser = slot.browser(settings.hosts(), journal);
    var opened = browser.newContext(DeviceProfile.of(settings).contextOptions(settings));
    opened.setDefaultTimeout(5_000);
    opened.setDefaultNavigationTimeout(NAVIGATION_LIMIT.toMillis());
    opened.onPage(tabs::adopt);
    context = opened;
    attach();
    opened.newPage();
    return opened;
  }

  /** Records what is opened from now on; null records nothing. */
  public void record(@Nullable PageRecorder with) {
    recorder = with;
    if (with == null) {
      return;
    }
    within(
        ANSWER_LIMIT,
        () -> {
          attach();
          return true;
        });
  }

  private void attach() {
    if (recorder != null && context != null) {
      var agent = settings.platform().userAgent();
      Recording.attach(context, recorder, agent == null ? "HitlAI tester" : agent);
    }
  }

  private BrowserContext context() {
    return Objects.requireNonNull(context, "The session has no browser yet");
  }

  private boolean isAlive() {
    var browser = context == null ? null : context.browser();
    return browser != null && browser.isConnected();
  }

  /**
   * Runs some work with the browser and ends the page by force when it takes too long.
   *
   * @throws PageFailure when the page hung or crashed, or the browser is gone
   */
  public <T> T within(Duration limit, Supplier<T> work) {
    return calls.within(limit, work);
  }

  /** What is left of the run's time, zero when it is used up. */
  public Duration timeLeft() {
    return calls.timeLeft();
  }

  /** The page looked at now. */
  public Page page() {
    if (tabs.isEmpty()) {
      within(ANSWER_LIMIT, context()::newPage);
    }
    return tabs.newest();
  }

  /** Asks one of the tester's functions in the page; null when it has nothing to say. */
  public @Nullable String ask(String function, Object... arguments) {
    return within(ANSWER_LIMIT, () -> world().call(function, arguments));
  }

  private IsolatedWorld world() {
    return tabs.worldOf(page());
  }

  /**
   * Keeps the page as it is: slide shows, countdowns and late banners wait, so that whatever looks
   * at it sees the same. Other pages that are opened are not held.
   */
  public void hold() {
    hold(true);
  }

  /** Lets the page go on; what was due meanwhile happens now. */
  public void release() {
    hold(false);
  }

  private void hold(boolean held) {
    within(
        ANSWER_LIMIT,
        () -> {
          world().holdTimers(held);
          return true;
        });
  }

  /** Opens an address in the current tab and waits until the browser shows something of it. */
  public @Nullable Response open(String address) {
    var limit = calls.shorter(NAVIGATION_LIMIT);
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

  /** Milliseconds until the page's timers of at most this delay have fired that fire once. */
  int expectTimers(int delayMillis) {
    return within(ANSWER_LIMIT, () -> world().expectTimers(delayMillis));
  }

  /** What is left of that, 0 when all have fired. */
  int timersLeft() {
    return within(ANSWER_LIMIT, () -> world().timersLeft());
  }

  /** Whether the document broke off while it was sent. */
  public boolean isTruncated() {
    return journal.isTruncated();
  }

  /** Where a way ended that led to a host that may not be visited. */
  public Optional<String> refusedAddress() {
    return journal.refused();
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
    if (answer == null && tabs.count() > 1 && page.url().equals(address)) {
      within(ANSWER_LIMIT, () -> close(page));
    }
  }

  private boolean close(Page page) {
    page.close();
    return true;
  }

  int tabCount() {
    return tabs.count();
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
    return within(ANSWER_LIMIT, () -> camera().screen());
  }

  /** The whole page from the top, at most so many CSS pixels of its height, as JPEG. */
  public byte[] fullScreenshot(double pageHeight, int atMost) {
    return within(ANSWER_LIMIT, () -> camera().wholePage(pageHeight, atMost));
  }

  private Camera camera() {
    return new Camera(page(), world().session(), journal.isDrawn());
  }

  /** The slow processor is for acting; looking and judging need not wait for it. */
  void hurry(boolean hurry) {
    if (settings.persona().slowNetwork()) {
      var rate = new JsonObject();
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

  /** Requests that the page made until it first came to rest, itself included. */
  public int requestsToRest() {
    return journal.requestsToRest();
  }

  public SessionSettings settings() {
    return settings;
  }

  /** After a failure: a page that answers, in the old context if that lives, and empty. */
  public void recover() {
    tabs.forgetDialogs();
    if (isAlive()) {
      try {
        within(
            ANSWER_LIMIT,
            () -> {
              tabs.closeAll();
              return context().newPage();
            });
        return;
      } catch (PageFailure | PlaywrightException e) {
        slot.endBrowser();
      }
    }
    tabs.forget();
    within(START_LIMIT, this::openContext);
  }

  @Override
  public void close() {
    tabs.expectTheEnd();
    if (recorder != null && !tabs.isEmpty()) {
      try (var watch = slot.watch(Duration.ofSeconds(5))) {
        Recording.flush(tabs.newest());
      }
    }
    try (var watch = slot.watch(Duration.ofSeconds(4))) {
      context().close();
    } catch (PlaywrightException | PageFailure e) {
      slot.endBrowser(); // The next run gets a fresh one.
    }
  }
}

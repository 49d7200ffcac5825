package dev.hitlai.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A page that is open in the browser, and what it complained of while it loaded. */
public final class OpenPage implements AutoCloseable {
  /** A list of a hundred rows looks like its beginning. */
  private static final int LONGEST_PICTURE = 2000;

  private static final String TOO_WIDE =
      """
      () => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 5).map(e => e.outerHTML.slice(0, 120))
      """;
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll('.button, .input, select, summary, nav a, [role=tab]')]
        .filter(e => e.checkVisibility() && !e.closest('.crumbs, .visually-hidden'))
        .filter(e => { const b = e.getBoundingClientRect(); return b.width > 1 && b.height < 43.5; })
        .slice(0, 5).map(e => Math.round(e.getBoundingClientRect().height) + 'px ' + e.outerHTML.slice(0, 120))
      """;
  private static final String STOPS =
      """
      () => {
        const seen = new Set();
        const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')];
        return all.filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled
            && !e.closest('dialog:not([open]), .visually-hidden'))
          .filter(e => { if (e.type !== 'radio') return true; const k = e.form + e.name; if (seen.has(k)) return false; seen.add(k); return true; })
          .length;
      }
      """;

  /** Day, month, year, hour, minute and the calendar of one input are a stop each. */
  private static final String PARTS_OF_TIMES =
      "() => 6 * document.querySelectorAll('input[type=datetime-local]').length";

  /** Notes each control that gets the focus, and whether people can see that it has it. */
  private static final String WATCH_FOCUS =
      """
      () => {
        window.focused = new Map();
        document.addEventListener('focusin', ({target}) => {
          if (!target.matches('a[href], button, input, select, textarea, summary')) return;
          const ring = getComputedStyle(target.closest('.choice-card') ?? target).outlineStyle;
          window.focused.set(target, (ring === 'none' ? 'invisible ' : 'visible ') + target.outerHTML.slice(0, 120));
        });
      }
      """;

  private final BrowserContext context;
  private final Page tab;
  private int status;
  private final List<String> complaints = new ArrayList<>();

  OpenPage(BrowserContext context, String path) {
    this.context = context;
    this.tab = context.newPage();
    tab.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    tab.onPageError(complaints::add);
    tab.onResponse(
        answer -> {
          if (answer.request().isNavigationRequest() && answer.frame().equals(tab.mainFrame())) {
            status = answer.status();
          }
        });
    Response answer = Objects.requireNonNull(tab.navigate(path), path + " did not answer");
    this.status = answer.status();
  }

  /** The browser's page, to click and to type. */
  public Page tab() {
    return tab;
  }

  /** Of the page that is shown now, which may be the answer to a form. */
  public int status() {
    return status;
  }

  /** {@link #assertAccessible(int)} of a page that is there: an error page is no proof of one. */
  public void assertAccessible() {
    assertAccessible(200);
  }

  /**
   * The page came with that status, axe finds nothing, it does not scroll sideways, the console is
   * quiet, touch targets are large enough on a phone, and every control is reached by Tab with a
   * visible focus.
   */
  public void assertAccessible(int expectedStatus) {
    assertThat(status).as("status of %s", tab.url()).isEqualTo(expectedStatus);
    assertThat(violations()).as("axe on %s", tab.url()).isEmpty();
    assertThat(texts(TOO_WIDE)).as("scrolls sideways at %s", tab.url()).isEmpty();
    if (tab.viewportSize().width <= 640) {
      assertThat(texts(TOO_SMALL)).as("small targets on %s", tab.url()).isEmpty();
    }
    assertKeyboardReachesEverything();
    assertQuiet();
  }

  /** Nothing failed and nothing was refused by the content security policy; not for error pages. */
  public void assertQuiet() {
    assertThat(complaints).as("console of %s", tab.url()).filteredOn(this::isOurs).isEmpty();
  }

  public void screenshot(Path file) {
    int width = tab.viewportSize().width;
    int height = ((Number) tab.evaluate("() => document.documentElement.scrollHeight")).intValue();
    tab.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setClip(0, 0, width, Math.min(height, LONGEST_PICTURE))
            .setPath(file));
  }

  @Override
  public void close() {
    context.close();
  }

  /** A page that is meant to be a 404 says so in the console too. */
  private boolean isOurs(String complaint) {
    return status < 400 || !complaint.contains("the server responded with a status of " + status);
  }

  private List<String> violations() {
    // The other mode opens a second page to put frames together; ours have none.
    return new AxeBuilder(tab)
        .setLegacyMode(true).analyze().getViolations().stream()
            .flatMap(
                rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
            .toList();
  }

  private void assertKeyboardReachesEverything() {
    int expected = ((Number) tab.evaluate(STOPS)).intValue();
    tab.evaluate(WATCH_FOCUS);
    int parts = ((Number) tab.evaluate(PARTS_OF_TIMES)).intValue();
    // Some more than there are: blocks that scroll are stops too, and after the last comes the
    // first.
    for (int presses = 0; presses < expected + parts + 12; presses++) {
      tab.keyboard().press("Tab");
    }
    List<String> reached = texts("() => [...window.focused.values()]");
    assertThat(reached).as("focus on %s", tab.url()).noneMatch(stop -> stop.startsWith("inv"));
    assertThat(reached.size())
        .as("controls reached by Tab on %s", tab.url())
        .isGreaterThanOrEqualTo(expected);
  }

  @SuppressWarnings("unchecked")
  private List<String> texts(String script) {
    return (List<String>) tab.evaluate(script);
  }
}

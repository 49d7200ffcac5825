package dev.hitlai.aitester.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of the tester's own beside the one that is visited, with the same cookies, to try things
 * in. The visit doesn't notice: it is no new tab, and what it left in cookies and storage is put
 * back. It is opened once for all of a session, because a window takes the browser longer than a
 * page; between two uses it is empty. For one thread.
 */
public final class SparePage {
  private static final ScopedValue<Boolean> IN_USE = ScopedValue.newInstance();
  private static final double LIMIT_MILLIS = 6_000;
  private static final String NOTHING = "about:blank";
  private static final String STORED = "() => JSON.stringify(Object.entries(localStorage))";
  private static final String RESTORE =
      "(stored) => { if (JSON.stringify(Object.entries(localStorage)) === stored) return;"
          + " localStorage.clear(); for (const [key, value] of JSON.parse(stored))"
          + " localStorage.setItem(key, value); }";

  private final String script;
  private @Nullable Page page;

  /**
   * @param script runs before the scripts of each page
   */
  public SparePage(String script) {
    this.script = script;
  }

  /** Whether pages that open now are the tester's own. */
  static boolean isInUse() {
    return IN_USE.isBound();
  }

  /** Opens an address beside a page and works with it. */
  public <T> T open(Page beside, String address, Function<Page, T> work) {
    return ScopedValue.where(IN_USE, true).call(() -> use(beside, address, work));
  }

  private <T> T use(Page beside, String address, Function<Page, T> work) {
    var context = beside.context();
    var cookies = context.cookies();
    var stored = (String) beside.evaluate(STORED);
    var spare = of(beside);
    try {
      spare.navigate(
          address,
          new Page.NavigateOptions()
              .setWaitUntil(WaitUntilState.DOMCONTENTLOADED)
              .setTimeout(LIMIT_MILLIS));
      var result = work.apply(spare);
      spare.navigate(NOTHING);
      return result;
    } catch (PlaywrightException e) {
      spare.close(); // Who knows what it is up to.
      throw e;
    } finally {
      putBack(context, cookies);
      beside.evaluate(RESTORE, stored);
    }
  }

  private Page of(Page beside) {
    var known = page;
    if (known != null && !known.isClosed() && known.context() == beside.context()) {
      return known;
    }
    var fresh = beside.context().newPage();
    page = fresh;
    fresh.setDefaultTimeout(LIMIT_MILLIS);
    var size = beside.viewportSize();
    if (size != null) {
      fresh.setViewportSize(size.width, size.height);
    }
    fresh.onDialog(dialog -> dialog.dismiss());
    fresh.onPopup(Page::close);
    fresh.addInitScript(script);
    return fresh;
  }

  private static void putBack(
      BrowserContext context, List<com.microsoft.playwright.options.Cookie> before) {
    if (told(context.cookies()).equals(told(before))) {
      return;
    }
    context.clearCookies();
    context.addCookies(before);
  }

  private static List<String> told(List<com.microsoft.playwright.options.Cookie> cookies) {
    return cookies.stream()
        .map(cookie -> cookie.domain + cookie.path + cookie.name + "=" + cookie.value)
        .sorted()
        .toList();
  }
}

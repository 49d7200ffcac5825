package dev.hitlai.aitester.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.function.Function;

/**
 * A page of the tester's own beside the one that is visited, with the same cookies, to try things
 * in. The visit doesn't notice: it is no new tab, and what it left in cookies and storage is put
 * back.
 */
public final class SparePage {
  private static final ScopedValue<Boolean> IN_USE = ScopedValue.newInstance();
  private static final double LIMIT_MILLIS = 6_000;
  private static final String STORED = "() => JSON.stringify(Object.entries(localStorage))";
  private static final String RESTORE =
      "(stored) => { if (JSON.stringify(Object.entries(localStorage)) === stored) return;"
          + " localStorage.clear(); for (const [key, value] of JSON.parse(stored))"
          + " localStorage.setItem(key, value); }";

  private SparePage() {}

  /** Whether pages that open now are the tester's own. */
  static boolean isInUse() {
    return IN_USE.isBound();
  }

  /**
   * Opens an address beside a page and works with it.
   *
   * @param script runs before the scripts of the page
   */
  public static <T> T open(Page beside, String address, String script, Function<Page, T> work) {
    return ScopedValue.where(IN_USE, true).call(() -> use(beside, address, script, work));
  }

  private static <T> T use(Page beside, String address, String script, Function<Page, T> work) {
    var context = beside.context();
    var cookies = context.cookies();
    var stored = (String) beside.evaluate(STORED);
    var spare = context.newPage();
    try {
      spare.setDefaultTimeout(LIMIT_MILLIS);
      var size = beside.viewportSize();
      if (size != null) {
        spare.setViewportSize(size.width, size.height);
      }
      spare.onDialog(dialog -> dialog.dismiss());
      spare.onPopup(Page::close);
      spare.addInitScript(script);
      spare.navigate(
          address,
          new Page.NavigateOptions()
              .setWaitUntil(WaitUntilState.DOMCONTENTLOADED)
              .setTimeout(LIMIT_MILLIS));
      return work.apply(spare);
    } finally {
      spare.close();
      putBack(context, cookies);
      beside.evaluate(RESTORE, stored);
    }
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

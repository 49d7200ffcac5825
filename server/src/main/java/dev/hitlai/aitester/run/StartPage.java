package dev.hitlai.aitester.run;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.SiteUntestable.Reason;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.PageFailure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first look at a site: either its start page is there, or one sentence says why not. */
final class StartPage {

  private StartPage() {}

  /**
   * Opens the address that the session's settings name.
   *
   * @throws SiteUntestable when there is no page to test
   */
  static void open(BrowserSession session) {
    var address = session.settings().start().toString();
    try {
      judge(session.open(address), address);
    } catch (PageFailure e) {
      throw untestable(
          e.kind() == PageFailure.Kind.HUNG ? Reason.TIMEOUT : Reason.UNREACHABLE,
          address
              + (e.kind() == PageFailure.Kind.HUNG
                  ? " did not become usable in time: the page hangs while it is opened."
                  : " crashed the browser while it was opened."));
    } catch (PlaywrightException e) {
      throw failure(address, String.valueOf(e.getMessage()));
    }
    var reached = session.page().url();
    if (!session.settings().hosts().allows(reached)) {
      throw untestable(
          Reason.UNREACHABLE,
          address
              + " leads to "
              + reached
              + ", a host that this test may not visit; allow it with --allow.");
    }
  }

  private static void judge(@Nullable Response response, String address) {
    if (response == null) {
      return; // Same document, or about:blank.
    }
    int status = response.status();
    if (status == 401 || status == 407) {
      throw untestable(
          Reason.AUTHENTICATION,
          address
              + " asks for a user name and password (HTTP "
              + status
              + "); give them with --auth.");
    }
    if (status >= 400) {
      throw untestable(Reason.HTTP_ERROR, address + " answered with HTTP " + status + ".");
    }
    if (status == 204 || status == 205) {
      throw untestable(
          Reason.NOT_A_PAGE, address + " answered with HTTP " + status + ", without a page.");
    }
    var type =
        response.headers().getOrDefault("content-type", "text/html").toLowerCase(Locale.ROOT);
    if (!isPage(type)) {
      throw untestable(
          Reason.NOT_A_PAGE, address + " is not a page but " + type.split(";")[0].strip() + ".");
    }
  }

  private static boolean isPage(String type) {
    return type.isBlank()
        || type.startsWith("text/html")
        || type.startsWith("application/xhtml+xml");
  }

  private static SiteUntestable failure(String address, String message) {
    if (message.contains("ERR_TOO_MANY_REDIRECTS")) {
      return untestable(Reason.REDIRECT_LOOP, address + " redirects in a loop.");
    }
    if (message.contains("Download is starting")) {
      return untestable(Reason.NOT_A_PAGE, address + " is a download, not a page.");
    }
    if (message.contains("ERR_INVALID_AUTH_CREDENTIALS")) {
      return untestable(
          Reason.AUTHENTICATION,
          address + " asks for a user name and password; give them with --auth.");
    }
    if (message.contains("Timeout") || message.contains("TIMED_OUT")) {
      return untestable(Reason.TIMEOUT, address + " did not answer in time.");
    }
    if (message.contains("ERR_NAME_NOT_RESOLVED")) {
      return untestable(
          Reason.UNREACHABLE, "The host of " + address + " is not known (no DNS entry).");
    }
    if (message.contains("ERR_CONNECTION_REFUSED")) {
      return untestable(
          Reason.UNREACHABLE, "Nothing listens at " + address + ": the connection was refused.");
    }
    if (message.contains("ERR_CERT") || message.contains("ERR_SSL")) {
      return untestable(
          Reason.UNREACHABLE,
          "No trusted TLS connection to " + address + " is possible (" + code(message) + ").");
    }
    if (message.contains("Cannot navigate to invalid URL")
        || message.contains("ERR_INVALID_URL")
        || message.contains("ERR_UNSAFE_PORT")) {
      return untestable(
          Reason.INVALID_ADDRESS, address + " is not an address that a browser opens.");
    }
    return untestable(
        Reason.UNREACHABLE, address + " could not be opened (" + code(message) + ").");
  }

  /** The browser's own error name within a longer message. */
  private static String code(String message) {
    var matcher = java.util.regex.Pattern.compile("ERR_[A-Z_]+").matcher(message);
    return matcher.find() ? matcher.group() : message.lines().findFirst().orElse("unknown");
  }

  private static SiteUntestable untestable(Reason reason, String sentence) {
    return new SiteUntestable(reason, sentence);
  }
}
